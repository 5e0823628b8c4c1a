import { createHash } from 'node:crypto';
import { people } from './people';

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const style = `
:root{color-scheme:light dark;--paper:light-dark(#f4f1ea,#14191a);--card:light-dark(#fffdf9,#1c2324);--line:light-dark(#8d877b,#74807f);--ink:light-dark(#1f2a2b,#e8ebe7);--soft:light-dark(#566163,#a3afae);--brand:light-dark(#0b5c6b,#6fc4d0);--on-brand:light-dark(#fff,#0d2226);--tint:light-dark(#e2eff0,#1d3438)}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;place-items:center;padding:24px 16px;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,"Segoe UI",Roboto,"Helvetica Neue",sans-serif}
main{width:100%;max-width:30rem}
.eyebrow{margin:0 0 4px;color:var(--brand);font-weight:600}
h1{margin:0 0 8px;font:600 2rem/1.2 ui-serif,Georgia,"Times New Roman",serif;text-wrap:balance}
p{margin:0 0 20px;color:var(--soft)}
ul{margin:0 0 20px;padding:0;list-style:none;display:grid;gap:12px}
button,.button{font:inherit;border-radius:14px;border:1px solid var(--line);background:var(--card);color:var(--ink);cursor:pointer;padding:12px 20px;text-decoration:none;display:inline-block}
.person{display:grid;grid-template-columns:44px 1fr;gap:2px 14px;width:100%;padding:14px 16px;text-align:left;transition:border-color .15s,background .15s}
.person:hover{border-color:var(--brand);background:var(--tint)}
.person:focus-visible,button:focus-visible,.button:focus-visible{outline:3px solid var(--brand);outline-offset:2px}
.face{grid-row:span 2;align-self:center;width:44px;height:44px;border-radius:50%;display:grid;place-items:center;background:var(--tint);color:var(--brand);font-weight:600}
.person:hover .face{background:var(--brand);color:var(--on-brand)}
.who{font-weight:600}
.role{color:var(--brand);font-weight:400}
.does{color:var(--soft);font-size:.875rem}
.wrong{padding:12px 16px;border:1px solid var(--brand);border-radius:14px;color:var(--ink)}
.row{display:flex;flex-wrap:wrap;gap:12px}
.main{background:var(--brand);border-color:var(--brand);color:var(--on-brand);font-weight:600}
@media (prefers-reduced-motion:reduce){*{transition:none!important}}
`;

const hash = createHash('sha256').update(style).digest('base64');

/** No script and no third party on any of these pages; the same policy for all of them. */
export const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
} as const;

const page = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)} · Stridewell</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<main>
<p class="eyebrow">Stridewell demo practice</p>
<h1>${escaped(title)}</h1>
${body}
</main>
</body>
</html>
`;

const initials = (name: string): string =>
  name
    .split(' ')
    .map((word) => word[0])
    .join('');

/** The four people as buttons; posts `as` to the address it was shown at. */
export const chooserPage = (wrong?: string): string =>
  page(
    'Who are you today?',
    `<p>Four made-up people work here. Take a seat as one of them; there is no password.</p>
${wrong === undefined ? '' : `<p class="wrong" role="alert">${escaped(wrong)}</p>\n`}<form method="post">
<ul>
${people
  .map(
    ({ id, name, role, does }) => `<li><button class="person" name="as" value="${escaped(id)}">
<span class="face" aria-hidden="true">${escaped(initials(name))}</span>
<span class="who">${escaped(name)} <span class="role">· ${escaped(role)}</span></span>
<span class="does">${escaped(does)}</span>
</button></li>`,
  )
  .join('\n')}
</ul>
</form>
<p>This page exists only on your own computer. In the cloud, staff sign in with the practice's own accounts.</p>`,
  );

/** `form` is the provider's own hidden form, with its one-time secret. */
export const signOutPage = (form: string, consoleUrl: string): string =>
  page(
    'Sign out?',
    `<p>Next time you will be asked who you are.</p>
${form}
<div class="row">
<button class="main" type="submit" form="op.logoutForm" name="logout" value="yes">Sign out</button>
<a class="button" href="${escaped(consoleUrl)}">Stay signed in</a>
</div>`,
  );

export const signedOutPage = (consoleUrl: string): string =>
  page(
    'You are signed out',
    `<p>See you soon.</p>\n<a class="button main" href="${escaped(consoleUrl)}">Sign in again</a>`,
  );

/** `detail` is the provider's sentence for the developer of the request. */
export const problemPage = (consoleUrl: string, detail?: string): string =>
  page(
    'Signing in did not work',
    `<p>This request has expired or was not complete. Please start again from the console.</p>
${detail === undefined ? '' : `<p class="wrong">${escaped(detail)}</p>\n`}<a class="button main" href="${escaped(consoleUrl)}">Back to the console</a>`,
  );
