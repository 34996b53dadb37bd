import StatusErrorIcon from '@atlaskit/icon/core/status-error';
import StatusInformationIcon from '@atlaskit/icon/core/status-information';
import StatusSuccessIcon from '@atlaskit/icon/core/status-success';
import StatusWarningIcon from '@atlaskit/icon/core/status-warning';
import type { ReactElement, ReactNode } from 'react';
import styles from './notice.module.css';

const icons = {
  information: <StatusInformationIcon label="" color="var(--ds-icon-information)" />,
  success: <StatusSuccessIcon label="" color="var(--ds-icon-success)" />,
  warning: <StatusWarningIcon label="" color="var(--ds-icon-warning)" />,
  error: <StatusErrorIcon label="" color="var(--ds-icon-danger)" />,
};

interface Props {
  readonly tone: keyof typeof icons;
  readonly title?: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/**
 * Tells how things are, and what can be done. It looks like Atlaskit's section message, which would bring its tooltip and
 * the whole theming machinery for a button that no notice here has.
 */
export function Notice({ tone, title, children, action }: Props): ReactElement {
  return (
    <div className={styles['notice']} data-tone={tone} role={tone === 'error' ? 'alert' : 'status'}>
      <span className={styles['icon']}>{icons[tone]}</span>
      <div className={styles['content']}>
        {title !== undefined && <h2 className={styles['title']}>{title}</h2>}
        <div>{children}</div>
        {action !== undefined && <div className={styles['action']}>{action}</div>}
      </div>
    </div>
  );
}
