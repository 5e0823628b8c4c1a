/** Picks the browser's zone in the time zone list. Without it the person picks, or the ZIP code tells. */
export const timeZoneScript = `(() => {
  const list = document.getElementById('timeZone');
  if (!list || list.value) return;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!zone || zone === 'Etc/Unknown') return;
  if (![...list.options].some((option) => option.value === zone)) {
    list.add(new Option(zone.replaceAll('_', ' '), zone));
  }
  list.value = zone;
})();
`;
