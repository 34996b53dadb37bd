// @ts-check
/**
 * The flags that pages of the app raise: a stack in the lower left corner of the host page, newest on top.
 *
 * @typedef {object} FlagOptions
 * @property {string | number} id a flag with the same id is replaced
 * @property {string} [title]
 * @property {string} [description]
 * @property {'info' | 'success' | 'warning' | 'error'} [type]
 * @property {'info' | 'success' | 'warning' | 'error'} [appearance] wins over `type`
 * @property {{ text: string, onClick: () => void }[]} [actions]
 * @property {boolean} [isAutoDismiss]
 */

const AUTO_DISMISS_MS = 8000;

const SIGNS = {
  info: { sign: 'ℹ', color: 'var(--ds-icon-information, #357DE8)' },
  success: { sign: '✓', color: 'var(--ds-icon-success, #6A9A23)' },
  warning: { sign: '⚠', color: 'var(--ds-icon-warning, #E06C00)' },
  error: { sign: '✕', color: 'var(--ds-icon-danger, #C9372C)' },
};

const STACK_STYLE =
  'position:fixed;left:24px;bottom:24px;z-index:600;display:flex;flex-direction:column-reverse;gap:12px;width:400px;max-width:calc(100vw - 48px)';
const FLAG_STYLE =
  'display:grid;grid-template-columns:24px 1fr auto;gap:4px 12px;padding:16px;border-radius:6px;' +
  'background:var(--ds-surface-overlay,#fff);color:var(--ds-text,#292A2E);font:14px/20px var(--ds-font-family-body,system-ui,sans-serif);' +
  'box-shadow:var(--ds-shadow-overlay,0 8px 12px #1e1f2126,0 0 1px #1e1f214f)';
const BUTTON_STYLE =
  'border:0;background:none;padding:0;cursor:pointer;color:var(--ds-link,#1868DB);font:inherit;font-weight:500';

export function createFlags() {
  /** @type {Map<string, HTMLElement>} */
  const shown = new Map();
  const stack = element('div', STACK_STYLE);

  /** @param {string | number} id */
  function close(id) {
    shown.get(String(id))?.remove();
    return shown.delete(String(id));
  }

  /** @param {FlagOptions} options */
  function show({
    id,
    title = '',
    description = '',
    type = 'info',
    appearance = type,
    actions = [],
    isAutoDismiss,
  }) {
    close(id);
    const flag = element('section', FLAG_STYLE);
    flag.setAttribute('role', 'alert');
    const { sign, color } = SIGNS[appearance];
    const icon = element('span', `color:${color};font-size:16px;text-align:center`, sign);
    icon.setAttribute('aria-hidden', 'true');
    const dismiss = element('button', BUTTON_STYLE, '✕');
    dismiss.setAttribute('aria-label', 'Dismiss');
    dismiss.addEventListener('click', () => close(id));
    const text = element('div', 'grid-column:2', description);
    const buttons = element('div', 'grid-column:2;display:flex;gap:16px');
    for (const action of actions) {
      const button = element('button', BUTTON_STYLE, action.text);
      button.addEventListener('click', () => action.onClick());
      buttons.append(button);
    }
    flag.append(icon, element('strong', 'font-weight:600', title), dismiss);
    if (description !== '') flag.append(text);
    if (actions.length > 0) flag.append(buttons);
    if (!stack.isConnected) document.body.append(stack);
    stack.append(flag);
    shown.set(String(id), flag);
    if (isAutoDismiss) setTimeout(() => flag.isConnected && close(id), AUTO_DISMISS_MS);
    return true;
  }

  return { show, close };
}

/** @param {string} name @param {string} style @param {string} [text] */
function element(name, style, text = '') {
  const made = document.createElement(name);
  made.style.cssText = style;
  made.textContent = text;
  return made;
}
