/** Says what to do as soon as an emergency sign is ticked, and takes it back when none is. */
export const signsScript = `(() => {
  for (const asked of document.querySelectorAll('[data-emergency]')) {
    const place = asked.querySelector('[role=alert]');
    const words = asked.querySelector('template').content;
    const say = () => {
      const ticked = asked.querySelector(':checked') !== null;
      if (ticked === place.hasChildNodes()) return;
      place.replaceChildren(...(ticked ? [words.cloneNode(true)] : []));
    };
    asked.addEventListener('change', say);
    say();
  }
})();
`;
