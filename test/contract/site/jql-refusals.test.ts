import { JqlSite } from './jql-fixture';

const site = new JqlSite();
const dateFormats =
  "Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.";
const operators =
  "The valid operators are '=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN', 'NOT IN', 'IS' and 'IS NOT'.";
const inQuery = 'Error in the JQL Query:';

describe('a query is refused', () => {
  it.each([
    ['', 'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.'],
    [
      'order by key',
      'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.',
    ],
    ['project = ITSD AND', `${inQuery} Expecting a field name at the end of the query.`],
    ['project', `${inQuery} Expecting operator before the end of the query. ${operators}`],
    ['invalid query', `${inQuery} Expecting operator but got 'query'. ${operators} (line 1, character 9)`],
    [
      'project =',
      'Error in JQL Query: Expecting either a value, list or function before the end of the query.',
    ],
    [
      'status = = New',
      "Error in JQL Query: Expecting either a value, list or function but got '='. You must surround '=' in quotation marks to use it as a value. (line 1, character 10)",
    ],
    [
      'project = ITSD status',
      `${inQuery} Expecting either 'OR' or 'AND' but got 'status'. (line 1, character 16)`,
    ],
    ['(project = ITSD', `${inQuery} Expecting ')' before the end of the query.`],
    ['status in (New', `${inQuery} Expecting ')' before the end of the query.`],
    ['status not is empty', `${inQuery} Expecting 'IN' but got 'is'. (line 1, character 12)`],
    ['summary ~ "open', `${inQuery} The quoted string 'open' has not been completed. (line 1, character 11)`],
    ['status =\n a b', `${inQuery} Expecting either 'OR' or 'AND' but got 'b'. (line 2, character 4)`],
    [
      'summary ~ select',
      `${inQuery} 'select' is a reserved JQL word. You must surround it in quotation marks to use it in a query. (line 1, character 11)`,
    ],
    [
      'mine{www = x',
      `${inQuery} The character '{' is a reserved JQL character. You must enclose it in a string or use the escape '\\u007b' instead. (line 1, character 5)`,
    ],
    [
      'summary ~ a\\k',
      `${inQuery} '\\k' is an illegal JQL escape sequence. The valid escape sequences are \\', \\", \\t, \\n, \\r, \\\\, '\\ ' and \\uXXXX. (line 1, character 12)`,
    ],
    [
      'a = "b\t"',
      `${inQuery} The character 'U+0009' on line 1 at position 7 must be escaped. Use the escape '\\u0009' instead. (line 1, character 7)`,
    ],
    [
      ', = b',
      `${inQuery} Expecting a field name but got ','. You must surround ',' in quotation marks to use it as a field name. (line 1, character 1)`,
    ],
    ['[10] = b', `${inQuery} Expecting a field name but got '['. Did you mean 'cf['? (line 1, character 1)`],
    [
      'cf[x] = b',
      `${inQuery} Expecting a custom field id (a positive number) but got 'x'. (line 1, character 4)`,
    ],
    ['"" = b', `${inQuery} A field name cannot be empty. (line 1, character 1)`],
    ['key = ITSD-1 order key', `${inQuery} Expecting 'by' but got 'key'. (line 1, character 20)`],
    [
      'key = ITSD-1 order by key up',
      `${inQuery} Expecting either 'ASC' or 'DESC' but got 'up'. (line 1, character 27)`,
    ],
    ['key = ITSD-1 order by key asc up', `${inQuery} Expecting ',' but got 'up'. (line 1, character 31)`],
  ])('as it cannot be read: %s', async (jql, message) => {
    expect(await site.find(jql)).toBe(`400 ${message}`);
  });

  it.each([
    ['foo = 1', "Field 'foo' does not exist or you do not have permission to view it."],
    ['cf[99999] = 1', "Field 'cf[99999]' does not exist or you do not have permission to view it."],
    ['status = Shipped', "The value 'Shipped' does not exist for the field 'status'."],
    ['project = 77', "A value with ID '77' does not exist for the field 'project'."],
    ['priority = "P1"', "The value 'P1' does not exist for the field 'priority'."],
    ['assignee = "Alex Morgan"', "The value 'Alex Morgan' does not exist for the field 'assignee'."],
    ['"Assignment group" = Nobody', "The option 'Nobody' for field 'Assignment group' does not exist."],
    ['key = ITSD-99', "An issue with key 'ITSD-99' does not exist for field 'key'."],
    ['key = nothing', "The issue key 'nothing' for field 'key' is invalid."],
    ['text = export', "The operator '=' is not supported by the 'text' field."],
    ['text !~ export', "The operator '!~' is not supported by the 'text' field."],
    ['status > New', "The operator '>' is not supported by the 'status' field."],
    ['summary ~ "*top"', "The text query '*top' for field 'summary' is not allowed to start with '*'."],
    ['updated >= yesterday', `Date value 'yesterday' for field 'updated' is invalid. ${dateFormats}`],
    ['updated >= 2026-02-30', `Date value '2026-02-30' for field 'updated' is invalid. ${dateFormats}`],
    [
      'status changed after "20/12/10"',
      `Date value '20/12/10' for predicate 'after' is invalid. ${dateFormats}`,
    ],
    [
      'created > startOfDay(x)',
      "Duration for function 'startOfDay' should have the format (+/-)n(yMwdm), e.g -1M for 1 month earlier.",
    ],
    ['created > now(1)', "Function 'now' expected '0' arguments but received '1'."],
    [
      'created > currentUser()',
      "A date for the field 'created' provided by the function 'currentUser' is not valid.",
    ],
    [
      'status = currentUser()',
      "A value provided by the function 'currentUser' is invalid for the field 'status'.",
    ],
    ['assignee = bogus()', "Unable to find JQL function 'bogus()'."],
    ['status = (New)', "Operator '=' does not support the list value '(\"New\")' for field 'status'."],
    ['status in New', "Operator 'in' does not support the non-list value '\"New\"' for field 'status'."],
    ['status is New', "Operator 'is' does not support searching for non-empty values."],
    ['summary was VPN', "History searches do not support the 'summary' field."],
    ['status changed during (-1d)', 'The DURING predicate must be supplied with exactly 2 date values.'],
    ['status changed before (1, 2)', 'The BEFORE predicate must be supplied with only 1 date value.'],
    ['key = ITSD-1 order by comment', "Not able to sort using field 'comment'."],
    [
      'key = ITSD-1 order by key, id, status, type, created, updated, summary, project',
      'The ORDER BY clause can contain a maximum of 7 fields.',
    ],
    [
      'foo = 1 and status = Shipped order by bar',
      "Field 'foo' does not exist or you do not have permission to view it. | The value 'Shipped' does not exist for the field 'status'. | Field 'bar' does not exist or you do not have permission to view it.",
    ],
  ])('as the site does not have it: %s', async (jql, message) => {
    expect(await site.find(jql)).toBe(`400 ${message}`);
  });

  it.each([
    ['assignee in membersOf("jira-users")', 'JQL function membersOf()'],
    ['fixVersion = 1', 'JQL field fixVersion'],
    ['project.property[a].b = 1', 'JQL field project.property'],
    ['summary ~ "a OR b"', "JQL text search with 'OR'"],
    ['summary ~ "roam~"', "JQL text search with 'roam~'"],
    ['status was New by currentUser()', 'JQL operator was with by'],
  ])('by name, as only Jira has it: %s', async (jql, what) => {
    const fresh = new JqlSite();
    expect(await fresh.find(jql)).toBe(`501 ${what} is not modelled by this site`);
    expect(fresh.jira.unmodelled).toEqual([what]);
  });
});
