const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words that must stand in quotes to be a field or a value, in lower case; JQL's own keywords are among them. */
export const reservedWords = words(`
  abort access add after alias all alter and any are as asc at audit avg
  before begin between boolean break by byte catch cf char character check checkpoint collate collation column
  commit connect continue count create current date decimal declare decrement default defaults define delete
  delimiter desc difference distinct divide do double drop else empty encoding end equals escape exclusive exec
  execute exists explain false fetch file field first float for from function go goto grant greater group having
  identified if immediate in increment index initial inner inout input insert int integer intersect intersection
  into is isempty isnull join last left less like limit lock long max min minus mode modify modulo more multiply
  next noaudit not notin nowait null number object of on option or order outer output power previous prior
  privileges public raise raw remainder rename resource return returns revoke right row rowid rownum rows select
  session set share size sqrt start strict string subtract sum synonym table then to trans transaction trigger
  true uid union unique update user validate values view was when whenever where while with changed during`);

/** Fields that Jira searches and this site does not, in lower case. */
export const fieldsNotModelled = words(`
  affectedversion approvals attachments category component due duedate environment epic filter fixversion
  hierarchylevel issuelink issuelinktype lastviewed organizations originalestimate parent parentepic parentproject
  projecttype rank remainingestimate request request-channel-type request-last-activity-time savedfilter
  searchrequest sprint team timeestimate timeoriginalestimate timespent voter votes watcher watchers
  workratio worklogauthor worklogcomment worklogdate`);

/** Functions of Jira that this site does not compute, in lower case. */
export const functionsNotModelled = words(`
  approved approver breached cascadeoption choiceoption closedsprints completed componentsleadbyuser currentlogin
  earliestunreleasedversion elapsed everbreached futuresprints issuehistory issueswithremotelinksbyglobalid
  lastlogin latestreleasedversion linkedissue linkedissues linkedworkitems membersof myapproval myapproved
  mypending opensprints organizationmembers outage parentepic paused pending pendingby projectsleadbyuser
  projectswhereuserhaspermission projectswhereuserhasrole releasedversions remaining running
  standardissuetypes standardworktypes subtaskissuetypes subtaskworktypes unreleasedversions updatedby votedissues
  watchedissues withincalendarhours`);
