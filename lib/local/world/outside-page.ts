/** What stands between texts and tags, safe in both. */
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const jumps = [
  ['PT1H', '+1 hour'],
  ['P1D', '+1 day'],
  ['P7D', '+1 week'],
  ['P42D', 'Jump six weeks'],
] as const;

const modes = [
  ['none', 'work as they should'],
  ['throttle', 'say “too fast”'],
  ['error5xx', 'answer with an error'],
  ['acceptThenDrop', 'take it, then hang up'],
  ['refuse', 'refuse for good'],
  ['slow', 'answer far too late'],
] as const;

const quickReplies = ['STOP', 'HELP', 'YES', '1', '2', '3'] as const;

const options = (list: readonly (readonly [string, string])[]) =>
  list.map(([value, label]) => `<option value="${value}">${label}</option>`).join('');

const faultRow = (channel: string, label: string) => `
      <div class="fault">
        <label for="fault-${channel}">${label}</label>
        <select id="fault-${channel}" data-channel="${channel}">${options(modes)}</select>
        <label for="rate-${channel}" class="quiet">for</label>
        <select id="rate-${channel}" data-channel="${channel}">${options([
          ['1', 'every message'],
          ['0.5', 'one in two'],
          ['0.1', 'one in ten'],
        ])}</select>
      </div>`;

/** The frame of `/outside`; its script fills it and keeps it fresh. */
export const outsidePage = (smsNumber: string): string => `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>The outside world</title>
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="/outside/local.css">
  <script type="module" src="/outside/outside.js"></script>
</head>
<body class="outside" data-sms-number="${escaped(smsNumber)}">
<header class="top">
  <div>
    <h1>The outside world</h1>
    <p class="quiet">What mailboxes and phones receive. Nothing here leaves this computer.</p>
  </div>
  <nav aria-label="Other doors"><a href="/">Start</a><a href="/subscribe">Sign up</a><a href="/staff/">Staff console</a></nav>
</header>

<section class="clock card" aria-label="Clock">
  <div class="clock-face">
    <p class="eyebrow" id="clock-label">The time here</p>
    <p class="time"><time id="now">&nbsp;</time></p>
  </div>
  <div class="clock-moves" role="group" aria-label="Move the clock">
    ${jumps.map(([advance, label]) => `<button type="button" data-advance="${advance}"${advance === 'P42D' ? ' class="main"' : ''}>${label}</button>`).join('')}
  </div>
  <details class="faults">
    <summary>Make things fail <span id="fault-mark" class="mark" hidden></span></summary>
    <div class="fault-rows">${faultRow('email', 'Mail servers')}${faultRow('sms', 'Phone carriers')}
      <p class="quiet">From now on, until you change it back.</p>
    </div>
  </details>
  <div class="progress" id="progress" hidden><span></span></div>
  <p class="progress-text quiet" id="progress-text" hidden></p>
</section>

<nav class="tabs-narrow" aria-label="Show">
  <button type="button" data-show="mailbox" aria-pressed="true">Mailbox <span class="count" id="count-mail"></span></button>
  <button type="button" data-show="phone" aria-pressed="false">Phone <span class="count" id="count-text"></span></button>
</nav>

<main class="world" data-show="mailbox">
  <section class="mailbox card" aria-labelledby="mailbox-title">
    <div class="list-pane">
      <div class="pane-head"><h2 id="mailbox-title">Mailbox</h2><span class="quiet" id="mail-sum"></span></div>
      <div id="people" class="people"></div>
    </div>
    <div class="reading-pane" id="reading" tabindex="-1" aria-label="Message"></div>
  </section>
  <section class="phone-side" aria-labelledby="phone-title">
    <div class="phone">
      <div class="phone-head">
        <h2 id="phone-title">Phone</h2>
        <label class="hidden" for="numbers">Whose phone</label>
        <select id="numbers" hidden></select>
      </div>
      <div class="talk" id="talk" role="log" aria-label="Conversation" tabindex="0"></div>
      <form id="reply" class="reply" hidden>
        <div class="quick" role="group" aria-label="Quick replies">
          ${quickReplies.map((word) => `<button type="button" data-reply="${word}">${word}</button>`).join('')}
        </div>
        <div class="reply-line">
          <label class="hidden" for="reply-text">Reply</label>
          <input id="reply-text" name="text" maxlength="1600" autocomplete="off" placeholder="Text a reply">
          <button class="main" type="submit">Send</button>
        </div>
      </form>
    </div>
    <div class="phone-foot">
      <button type="button" id="new-phone">Text TIPS from a new number</button>
      <button type="button" id="text-bounce" hidden>Carrier: last text undeliverable</button>
    </div>
  </section>
</main>
<p id="notice" class="notice" role="status" aria-live="polite"></p>
<noscript><p class="card noscript">This page needs its script to show what arrives. The same is at <a href="/local/api/outbox">/local/api/outbox</a>.</p></noscript>
</body>
</html>
`;
