/** Makes an element: `el('p.quiet', {id: 'x'}, 'text', child)`. Text is text, never markup. */
export function el(kind, attributes = {}, ...children) {
  const [tag, ...classes] = kind.split('.');
  const node = document.createElement(tag);
  if (classes.length > 0) node.className = classes.join(' ');
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, '');
    else if (value !== false && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== undefined && child !== false));
  return node;
}

export const byId = (id) => document.getElementById(id);

/** Replaces what a node holds and keeps the keyboard where it was (elements say who they are with data-key). */
export function refill(node, children) {
  const active = document.activeElement;
  const key = node.contains(active) ? active.dataset.key : undefined;
  node.replaceChildren(...children);
  if (key !== undefined) node.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
}

export async function post(path, body) {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const json = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(json.error?.message ?? `It answered ${response.status}.`);
  return json;
}

let fading;
/** One calm line at the foot of the page, read aloud. */
export function notice(text) {
  const line = byId('notice');
  line.textContent = text;
  line.classList.add('on');
  clearTimeout(fading);
  fading = setTimeout(() => line.classList.remove('on'), 5000);
}

/** Runs what a button does; says so when it fails. */
export async function doing(button, work) {
  button.setAttribute('aria-disabled', 'true');
  try {
    await work();
  } catch (error) {
    notice(`That did not work: ${error.message}`);
  } finally {
    button.removeAttribute('aria-disabled');
  }
}

const dayTime = new Intl.DateTimeFormat('en-US', {
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
});
const full = new Intl.DateTimeFormat('en-US', {
  weekday: 'short',
  month: 'short',
  day: 'numeric',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'short',
});
export const shortTime = (at) => dayTime.format(new Date(at));
export const fullTime = (at) => full.format(new Date(at));

export const phoneText = (number) => number.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3');

/** Text with its web addresses as links. */
export function linked(text) {
  return text
    .split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/)
    .map((part, n) =>
      n % 2 === 0 ? part : el('a', { href: part, target: '_blank', rel: 'noopener noreferrer' }, part),
    );
}
