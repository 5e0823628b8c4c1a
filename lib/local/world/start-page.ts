const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const doors = [
  {
    href: '/subscribe',
    title: 'Sign up as a runner',
    text: 'The page a runner sees. Join by email, by text or both.',
    drawing:
      '<circle cx="40" cy="12" r="6"/><path d="M20 30l12-8 10 4 4 12 10 2M42 26L32 42l10 8-2 16M32 42l-6 12-14 2"/>',
  },
  {
    href: '/staff/',
    title: 'Open the staff console',
    text: 'Who is in which series, what is planned, what went out. You are signed in as a demo marketer.',
    drawing: '<rect x="8" y="12" width="48" height="34" rx="4"/><path d="M24 58h16M32 46v12M18 36l8-9 7 6 12-13"/>',
  },
  {
    href: '/outside',
    title: 'See the outside world',
    text: 'A mailbox and a phone that show what arrived, and a clock that jumps ahead.',
    drawing:
      '<path d="M6 20h34v26H6zM6 22l17 13 17-13"/><rect x="38" y="12" width="20" height="44" rx="4" class="over"/><path d="M46 50h4"/>',
  },
] as const;

/** The page at `/` under `npm start`: what this is, and three doors. */
export const startPage = (practiceName: string): string => `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>Stridewell for ${escaped(practiceName)}</title>
  <link rel="icon" href="/assets/mark.svg" type="image/svg+xml">
  <link rel="stylesheet" href="/outside/local.css">
</head>
<body class="start">
<main>
  <p class="eyebrow">${escaped(practiceName)}</p>
  <h1>Stridewell</h1>
  <p class="lead">Back-care tips for runners, sent by email and text over six weeks, on the right day and never twice.</p>
  <ul class="doors">
    ${doors
      .map(
        ({ href, title, text, drawing }) => `<li><a class="door card" href="${href}">
      <svg viewBox="0 0 64 70" aria-hidden="true">${drawing}</svg>
      <span class="door-title">${title}</span>
      <span class="quiet">${text}</span>
    </a></li>`,
      )
      .join('\n    ')}
  </ul>
  <p class="quiet foot">This is the whole service on your own computer. Its mails and texts end in the outside world shown here, and nowhere else.</p>
</main>
</body>
</html>
`;
