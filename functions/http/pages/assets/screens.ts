import { switchName } from '../language';

/**
 * Shows a long form one screen at a time on a phone. Answers stay in the form; the address holds only the number of the
 * screen, so that the browser's Back goes a screen back. Only the touch of an answer goes on by itself: for the keyboard that
 * would be a surprise (WCAG 3.2.2).
 */
export const screensScript = `(() => {
  const words = document.querySelector('form > template[data-of]');
  if (!words) return;
  const form = words.parentElement;
  const [bar, turn] = words.content.cloneNode(true).children;
  const [said, meter, hint] = bar.children;
  const [back, next] = turn.children;
  form.prepend(bar);
  form.append(turn);

  const screens = [...form.querySelectorAll('.screen')];
  const list = form.previousElementSibling?.matches('.alarm') ? form.previousElementSibling : null;
  const errors = [...form.querySelectorAll('.wrong')];
  const phone = matchMedia('(max-width: 47.99rem)');
  const controls = (screen) => [...screen.querySelectorAll('input, select')];
  const lacking = (screen) => controls(screen).find((one) => one.required && one.validity.valueMissing);
  const chosen = (name, value) => controls(form).some((one) => one.checked && one.name === name && one.value === value);
  const needless = ({ dataset }) => dataset.skip?.split(' ').some((one) => chosen(...one.split('='))) ?? false;
  const oneChoice = (screen) =>
    screen.querySelector('[data-emergency]') === null &&
    new Set(controls(screen).map(({ type, name }) => (type === 'radio' ? name : ''))).size === 1 &&
    controls(screen)[0].type === 'radio';

  const start = () => {
    const wrong = errors[0]?.closest('.screen');
    if (wrong) return wrong;
    if (list || form.querySelector('.ask')) return screens.at(-1);
    const open = screens.findIndex(lacking);
    const wanted = Number(/^#screen-([0-9]+)$/.exec(location.hash)?.[1] ?? 1) - 1;
    return screens[open >= 0 && open < wanted ? open : wanted] ?? screens[0];
  };
  let now = start();
  const way = () => screens.filter((one) => one === now || !needless(one));
  const address = () => '#screen-' + (screens.indexOf(now) + 1);

  const show = (screen) => {
    now = screen;
    const all = way();
    const at = all.indexOf(now);
    const last = at === all.length - 1;
    const parted = phone.matches;
    form.classList.toggle('parted', parted);
    form.classList.toggle('begun', at > 0);
    form.classList.toggle('last', last);
    for (const one of screens) one.classList.toggle('now', one === now);
    said.textContent = words.dataset.of.replace('{at}', at + 1).replace('{all}', all.length);
    meter.max = all.length;
    meter.value = at + 1;
    hint.hidden = !oneChoice(now);
    back.hidden = at === 0;
    next.hidden = last;
    if (list) list.hidden = parted && errors.length > 0 && !errors.some((one) => now.contains(one));
  };
  const read = (place) => {
    scrollTo(0, 0);
    const first = place ?? controls(now)[0];
    const field = place ?? (/^(radio|checkbox|select-one)$/.test(first.type) ? null : first);
    const target = field ?? now.querySelector('legend, h2') ?? first;
    if (!field && target !== first) target.tabIndex = -1;
    target.focus();
  };
  const turnTo = (screen) => {
    show(screen);
    history.pushState({ depth: (history.state?.depth ?? 0) + 1 }, '', address());
    read();
  };
  const goOn = () => {
    const open = lacking(now);
    if (open) return complain(open);
    const all = way();
    turnTo(all[all.indexOf(now) + 1]);
  };
  const complain = (control) => {
    const place = control.closest('fieldset, .field');
    const about = place.matches('fieldset') ? place : control;
    if (!place.querySelector('.wrong')) {
      const wrong = document.createElement('span');
      Object.assign(wrong, { className: 'wrong', id: control.name + '-wrong', role: 'alert' });
      wrong.textContent = words.dataset.needed;
      place.append(wrong);
      about.setAttribute('aria-describedby', wrong.id);
      if (about === control) control.setAttribute('aria-invalid', 'true');
    }
    control.focus();
  };

  form.addEventListener('input', ({ target }) => {
    const place = target.closest('fieldset, .field');
    const wrong = place?.querySelector('.wrong[role=alert]');
    if (!wrong) return;
    for (const one of [place, target]) for (const name of ['aria-describedby', 'aria-invalid']) one.removeAttribute(name);
    wrong.remove();
  });
  let touched = false;
  form.addEventListener('pointerdown', () => { touched = true; });
  addEventListener('keydown', () => { touched = false; });
  form.addEventListener('click', ({ target }) => {
    if (target.type !== 'radio' || !touched) return;
    touched = false;
    if (phone.matches && now.contains(target) && oneChoice(now) && !form.matches('.last')) goOn();
  });
  next.addEventListener('click', goOn);
  back.addEventListener('click', () => {
    if (history.state?.depth > 0) return history.back();
    const all = way();
    show(all[all.indexOf(now) - 1]);
    history.replaceState(null, '', address());
    read();
  });
  // Enter in a field presses the button that nobody sees. The switch of language comes back to this screen.
  form.addEventListener('submit', (event) => {
    if (!phone.matches) return;
    const by = event.submitter;
    if (by?.name === '${switchName}') form.setAttribute('action', form.getAttribute('action').split('#')[0] + address());
    else if (!form.matches('.last') && (!by || by.matches('.away'))) {
      event.preventDefault();
      goOn();
    }
  });
  addEventListener('popstate', () => {
    if (!phone.matches) return;
    const id = location.hash.slice(1);
    const screen = id ? screens[Number(/^screen-([0-9]+)$/.exec(id)?.[1]) - 1] : screens[0];
    const place = screen ? null : document.getElementById(id);
    const holds = screen ?? place?.closest('.screen');
    if (!holds || !form.contains(holds)) return;
    show(holds);
    read(place?.matches('fieldset') ? controls(place)[0] : place);
  });
  phone.addEventListener('change', () => show(now));
  show(now);
  if (phone.matches && now !== screens[0]) history.replaceState(history.state, '', address());
})();
`;
