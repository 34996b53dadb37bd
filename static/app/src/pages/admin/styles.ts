import shared from '../project-settings/project-settings.module.css';
import own from './admin.module.css';

/** Administration looks like the project settings, with some parts of its own. */
export const styles: Readonly<Record<string, string>> = { ...shared, ...own };
