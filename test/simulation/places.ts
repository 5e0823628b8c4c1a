/** Where runners live, with an area code of there; among them zones without summer time and one far away. */
export const places = [
  { zone: 'America/New_York', postalCode: '30309', area: '404' },
  { zone: 'America/New_York', postalCode: '02903', area: '401' },
  { zone: 'America/Chicago', postalCode: '60601', area: '312' },
  { zone: 'America/Denver', postalCode: '80202', area: '303' },
  { zone: 'America/Phoenix', postalCode: '85001', area: '602' },
  { zone: 'America/Los_Angeles', postalCode: '90001', area: '213' },
  { zone: 'America/Anchorage', postalCode: '99501', area: '907' },
  { zone: 'Pacific/Honolulu', postalCode: '96801', area: '808' },
  // Moved with the number: two zones count at once.
  { zone: 'America/New_York', postalCode: '30309', area: '213' },
] as const;

/** Weeks in which clocks change or holidays crowd, and an ordinary one. */
export const beginnings = [
  '2026-02-20',
  '2026-10-15',
  '2026-12-01',
  '2027-03-01',
  '2027-10-20',
  '2026-05-10',
  '2028-02-15',
  '2029-06-20',
] as const;
