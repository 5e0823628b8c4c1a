import { byId, doing, el, fullTime, linked, notice, post } from './dom.js';

/** One opened mail: as the mail program shows it, as plain text, and its headers; and what a person may do with it. */
export function reading(world, onClose) {
  let tab = 'mail';
  let narrow = false;
  let shown;

  async function show(id) {
    const pane = byId('reading');
    if (id === undefined) {
      shown = undefined;
      pane.replaceChildren(el('div.empty', {}, el('p', {}, 'Open a mail to read it.')));
      return;
    }
    const response = await fetch(`/outside/message/${encodeURIComponent(id)}`);
    if (!response.ok) return notice('This mail has left the mailbox.');
    shown = await response.json();
    if (!shown.html && tab === 'mail') tab = 'text';
    draw();
    pane.focus({ preventScroll: true });
  }

  function draw() {
    byId('reading').replaceChildren(
      el('button.back', { type: 'button', onclick: onClose }, '‹ All mail'),
      el(
        'div.mail-head',
        {},
        el('h2', {}, shown.subject),
        el('p.quiet', {}, `From ${shown.from}`, el('br'), `To ${shown.to} · ${fullTime(shown.acceptedAt)}`),
        el('p.reports', { id: 'reports' }, ...reports(shown.reported)),
      ),
      el('div.mail-acts', { role: 'group', 'aria-label': 'What this person does' }, ...acts()),
      el('div.mail-view', {}, el('div.tabs', { role: 'tablist', 'aria-label': 'Show as' }, ...tabs()), tools()),
      body(),
    );
  }

  const reports = (list) =>
    list.length === 0
      ? [el('span.quiet', {}, 'Not reported yet')]
      : list.map((what) => el(`span.mark.${what.toLowerCase()}`, {}, what));

  function acts() {
    const about = (label, kind, what, done) =>
      el(
        kind,
        {
          type: 'button',
          onclick: (event) =>
            doing(event.currentTarget, () =>
              post('/local/api/events', { id: shown.id, ...what }).then(() => notice(done)),
            ),
        },
        label,
      );
    const unsubscribe = el(
      'button',
      {
        type: 'button',
        onclick: (event) =>
          doing(event.currentTarget, async () => {
            const { status } = await post('/local/api/one-click', { id: shown.id });
            notice(
              status === 200
                ? 'The mail program unsubscribed this person with one click.'
                : `The unsubscribe address answered ${status}.`,
            );
          }),
      },
      'Unsubscribe',
    );
    return [
      shown.oneClick && unsubscribe,
      about(
        'Bounce for good',
        'button',
        { type: 'bounce', bounceType: 'Permanent' },
        'Reported: this mailbox does not exist.',
      ),
      about('Bounce for now', 'button', { type: 'bounce', bounceType: 'Transient' }, 'Reported: this mailbox is full.'),
      about('Report as spam', 'button', { type: 'complaint' }, 'Reported: this person complained.'),
    ].filter(Boolean);
  }

  const kinds = () => [shown.html && ['mail', 'Mail'], ['text', 'Plain text'], ['headers', 'Headers']].filter(Boolean);

  function tabs() {
    return kinds().map(([kind, label]) =>
      el(
        'button.tab',
        {
          type: 'button',
          role: 'tab',
          id: `tab-${kind}`,
          'aria-selected': String(tab === kind),
          'aria-controls': 'mail-body',
          tabindex: tab === kind ? '0' : '-1',
          onclick: () => choose(kind),
          onkeydown(event) {
            const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
            if (step === undefined) return;
            const all = kinds();
            choose(all[(all.findIndex(([one]) => one === kind) + step + all.length) % all.length][0]);
          },
        },
        label,
      ),
    );
  }

  function choose(kind) {
    tab = kind;
    draw();
    byId(`tab-${kind}`).focus();
  }

  function tools() {
    const width = el(
      'button.small',
      {
        type: 'button',
        'aria-pressed': String(narrow),
        onclick(event) {
          narrow = !narrow;
          event.currentTarget.setAttribute('aria-pressed', String(narrow));
          document.querySelector('.mail-frame')?.classList.toggle('narrow', narrow);
        },
      },
      'Phone width',
    );
    const source = el(
      'a.small',
      { href: `/local/api/outbox/${encodeURIComponent(shown.id)}.eml`, download: 'mail.eml' },
      'Save .eml',
    );
    return el('div.mail-tools', {}, tab === 'mail' && width, source);
  }

  function body() {
    const attributes = { id: 'mail-body', role: 'tabpanel', 'aria-labelledby': `tab-${tab}`, tabindex: '0' };
    if (tab === 'text') return el('pre.mail-text', attributes, ...linked(shown.text));
    if (tab === 'headers') return headers(attributes);
    const frame = el('iframe', {
      title: `Mail: ${shown.subject}`,
      sandbox: 'allow-popups allow-popups-to-escape-sandbox',
      src: `/outside/mail/${encodeURIComponent(shown.id)}`,
      referrerpolicy: 'no-referrer',
    });
    return el(narrow ? 'div.mail-frame.narrow' : 'div.mail-frame', { ...attributes, tabindex: undefined }, frame);
  }

  function headers(attributes) {
    const row = (name, value) => el('tr', {}, el('th', { scope: 'row' }, name), el('td', {}, value));
    const tags = Object.entries(shown.tags);
    return el(
      'div.mail-headers',
      attributes,
      el(
        'table',
        {},
        el('caption', {}, 'Headers'),
        el('tbody', {}, ...shown.head.map(({ name, value }) => row(name, value))),
      ),
      el(
        'table',
        {},
        el('caption', {}, 'With the request'),
        el(
          'tbody',
          {},
          row('Message id', shown.id),
          row('Configuration set', shown.configurationSet ?? 'none'),
          ...tags.map(([name, value]) => row(`Tag ${name}`, value)),
          ...shown.attachments.map(({ name, type }) => row('File', `${name} (${type})`)),
        ),
      ),
    );
  }

  return {
    show,
    /** Only the reports change on an open mail; the frame must not blink. */
    touch(id) {
      const line = id === undefined ? undefined : world.messages.get(id);
      if (line === undefined || shown?.id !== id || line.reported.length === shown.reported.length) return;
      shown.reported = line.reported;
      byId('reports')?.replaceChildren(...reports(line.reported));
    },
  };
}
