import { byId, el, refill, shortTime } from './dom.js';
import { reading } from './reading.js';

const marks = { Bounce: 'bounced', Complaint: 'spam' };

/** People on the left, each with their mail; one opened message beside them. */
export function mailbox(world) {
  const read = new Set();
  let openPerson;
  let openId;
  const reader = reading(world, () => {
    openId = undefined;
    document.querySelector('.mailbox').classList.remove('reading');
    draw();
  });

  function open(id) {
    openId = id;
    read.add(id);
    document.querySelector('.mailbox').classList.add('reading');
    draw();
    void reader.show(id);
  }

  function person([address, mails]) {
    const shown = openPerson === address;
    const unread = mails.filter(({ id }) => !read.has(id)).length;
    const head = el(
      'button.person',
      {
        type: 'button',
        'aria-expanded': String(shown),
        'data-key': `person ${address}`,
        onclick() {
          openPerson = shown ? undefined : address;
          draw();
        },
      },
      el(
        'span.face',
        { 'aria-hidden': 'true', 'data-tint': String([...address].reduce((sum, c) => sum + c.charCodeAt(0), 0) % 5) },
        address[0].toUpperCase(),
      ),
      el('span.person-text', {}, el('span.person-name', {}, address), el('span.quiet.clip', {}, mails[0].subject)),
      unread > 0
        ? el(
            'span.count',
            {},
            el('span', { 'aria-hidden': 'true' }, String(unread)),
            el('span.hidden', {}, `${unread} not read`),
          )
        : undefined,
    );
    return el('div.person-block', {}, head, shown && el('ul.mails', {}, ...mails.map(mailLine)));
  }

  function mailLine({ id, subject, at, reported }) {
    const mark = Object.keys(marks).find((what) => reported.includes(what));
    return el(
      'li',
      {},
      el(
        'button.mail-line',
        {
          type: 'button',
          'data-key': `mail ${id}`,
          'aria-current': id === openId ? 'true' : undefined,
          onclick: () => open(id),
        },
        el(read.has(id) ? 'span.mail-subject' : 'span.mail-subject.unread', {}, subject),
        el('span.mail-when.quiet', {}, shortTime(at), mark && el(`span.mark.${marks[mark]}`, {}, marks[mark])),
      ),
    );
  }

  function draw() {
    const people = new Map();
    const mails = [...world.messages.values()]
      .filter(({ channel }) => channel === 'email')
      .sort((a, b) => b.seq - a.seq);
    for (const mail of mails) people.set(mail.to, [...(people.get(mail.to) ?? []), mail]);
    byId('mail-sum').textContent =
      mails.length === 0 ? '' : `${mails.length} for ${people.size === 1 ? 'one person' : `${people.size} people`}`;
    byId('count-mail').textContent = mails.length === 0 ? '' : String(mails.length);
    if (openPerson === undefined && openId === undefined && people.size === 1) openPerson = [...people.keys()][0];
    const list = byId('people');
    if (people.size > 0) return refill(list, [...people].map(person));
    list.replaceChildren(
      el(
        'div.empty',
        {},
        el('p', {}, 'No mail yet.'),
        el(
          'p.quiet',
          {},
          el('a', { href: '/subscribe', target: '_blank' }, 'Sign up'),
          ' with an email address, and the first mail lands here.',
        ),
      ),
    );
  }

  reader.show(undefined);
  return (changed) => {
    if (!changed) return;
    draw();
    reader.touch(openId);
  };
}
