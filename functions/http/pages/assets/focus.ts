/** Hands the keyboard to what the page wants read first, in browsers that do so for fields only. */
export const focusScript = `(() => {
  const first = document.querySelector('[autofocus]');
  if (first && document.activeElement !== first) first.focus();
})();
`;
