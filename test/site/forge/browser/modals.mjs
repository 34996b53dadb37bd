// @ts-check
/**
 * Modal dialogs of the host page: those that show a page of the app, and the question before something that cannot be
 * undone. How they look is the host page's matter (`dialog.modal`).
 *
 * @typedef {object} ModalOptions
 * @property {string} source address of the app's page
 * @property {Record<string, string | undefined>} dataset of the frame, which tells the server where it stands
 * @property {string | { width: string, height?: string }} size
 * @property {string} [title] with it the modal has a header with a button that closes it
 * @property {string} [label] what assistive technology says in its place
 * @property {string} [icon] address of an image for the header
 * @property {boolean} [closeOnEscape]
 * @property {boolean} [closeOnOverlayClick]
 * @property {unknown} [context] what the page finds under `extension.modal`
 * @property {(payload?: unknown) => unknown} [onClose]
 *
 * @typedef {{ context: unknown, finish(payload?: unknown): Promise<void>, guard?: () => Promise<unknown> }} OpenModal
 */

/** How long a page may take over what it does before its modal closes. */
const LONGEST_GUARD_MS = 5000;

export function createModals() {
  /** @type {Map<HTMLIFrameElement, OpenModal>} */
  const open = new Map();

  /** @param {ModalOptions} options */
  function show({
    source,
    dataset,
    size,
    title,
    label,
    icon,
    closeOnEscape = true,
    closeOnOverlayClick = true,
    ...more
  }) {
    const dialog = make('dialog', `modal modal-${typeof size === 'string' ? size : 'custom'}`);
    dialog.setAttribute('aria-label', title || label || 'Dialog');
    if (typeof size === 'object') {
      dialog.style.width = size.width;
      if (size.height !== undefined) dialog.style.height = size.height;
    }
    const iframe = make('iframe', 'app');
    const frame = window.crypto.randomUUID();
    Object.assign(iframe.dataset, dataset, { forgeFrame: frame });
    iframe.title = title || label || 'Dialog';
    const address = new URL(source);
    address.searchParams.set('frame', frame);
    iframe.src = address.href;

    let closing = false;
    /** @param {unknown} [payload] */
    async function finish(payload) {
      if (closing) return;
      closing = true;
      const guard = open.get(iframe)?.guard;
      if (guard) await Promise.race([guard(), new Promise((done) => setTimeout(done, LONGEST_GUARD_MS))]);
      open.delete(iframe);
      dialog.close();
      dialog.remove();
      more.onClose?.(payload);
    }
    if (title || icon || size === 'fullscreen') dialog.append(header(title ?? '', icon, () => void finish()));
    dialog.append(iframe);
    open.set(iframe, { context: more.context, finish });
    dismissible(dialog, {
      onEscape: () => closeOnEscape && void finish(),
      onOverlay: () => closeOnOverlayClick && void finish(),
    });
    document.body.append(dialog);
    dialog.showModal();
    return iframe;
  }

  return { show, of: (/** @type {HTMLIFrameElement} */ iframe) => open.get(iframe) };
}

/**
 * Asks the visitor, who can only say yes or close the question.
 *
 * @param {string} text
 * @param {string} yes what the button says
 * @returns {Promise<boolean>}
 */
export function ask(text, yes) {
  return new Promise((resolve) => {
    const dialog = make('dialog', 'modal question');
    const agree = make('button', 'primary', yes);
    const decline = make('button', '', 'Cancel');
    const buttons = make('div', 'row');
    buttons.append(agree, decline);
    const question = make('p', '', text);
    question.id = 'question';
    dialog.setAttribute('aria-labelledby', question.id);
    dialog.append(question, buttons);
    /** @param {boolean} answer */
    function finish(answer) {
      dialog.close();
      dialog.remove();
      resolve(answer);
    }
    agree.addEventListener('click', () => finish(true));
    decline.addEventListener('click', () => finish(false));
    dismissible(dialog, { onEscape: () => finish(false), onOverlay: () => finish(false) });
    document.body.append(dialog);
    dialog.showModal();
    decline.focus();
  });
}

/**
 * @param {HTMLDialogElement} dialog
 * @param {{ onEscape: () => void, onOverlay: () => void }} on
 */
function dismissible(dialog, { onEscape, onOverlay }) {
  // Browsers close a dialog at the second Escape whatever `cancel` says, so the key itself must not reach them.
  dialog.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onEscape();
  });
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    onEscape();
  });
  dialog.addEventListener('click', ({ target }) => target === dialog && onOverlay());
}

/** @param {string} title @param {string | undefined} icon @param {() => void} close */
function header(title, icon, close) {
  const bar = make('header', '');
  // Of the dialog, not of the whole page.
  bar.setAttribute('role', 'presentation');
  if (icon) {
    const image = make('img', '');
    image.src = icon;
    image.alt = '';
    bar.append(image);
  }
  const button = make('button', 'subtle icon', '✕');
  button.setAttribute('aria-label', 'Close');
  button.addEventListener('click', close);
  bar.append(make('h2', '', title), button);
  return bar;
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {string} className
 * @param {string} [text]
 */
function make(name, className, text = '') {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}
