/** Twelve runners who never lived, in several zones: 555-01xx numbers and example.com addresses reach nobody. */
export const demoRunners = [
  { firstName: 'Maya', email: 'maya@example.com', phone: '+14045550101', timeZone: 'America/New_York', postalCode: '30309', experience: 'regular', pain: 'mechanical', crossTraining: true, source: 'clinic-poster' },
  { firstName: 'Luis', email: 'luis@example.com', timeZone: 'America/Chicago', postalCode: '60614', experience: 'new', pain: 'mechanical', crossTraining: true },
  { firstName: 'Priya', email: 'priya@example.com', phone: '+16025550102', timeZone: 'America/Phoenix', postalCode: '85004', experience: 'competitive', pain: 'unsure', crossTraining: false },
  { firstName: 'Sam', phone: '+13035550103', timeZone: 'America/Denver', postalCode: '80202', experience: 'regular', pain: 'none', crossTraining: true },
  { firstName: 'Grace', email: 'grace@example.com', timeZone: 'America/Los_Angeles', postalCode: '94110', experience: 'regular', pain: 'structural', crossTraining: true },
  { firstName: 'Noah', email: 'noah@example.com', phone: '+12125550104', timeZone: 'America/New_York', postalCode: '10011', experience: 'new', pain: 'none', crossTraining: true, source: 'race-day' },
  { firstName: 'Leilani', email: 'leilani@example.com', timeZone: 'Pacific/Honolulu', postalCode: '96815', experience: 'competitive', pain: 'mechanical', crossTraining: true },
  { firstName: 'Owen', phone: '+19075550105', timeZone: 'America/Anchorage', postalCode: '99501', experience: 'regular', pain: 'mechanical', crossTraining: false },
  { firstName: 'Ana', email: 'ana@example.com', phone: '+13055550106', timeZone: 'America/New_York', postalCode: '33130', experience: 'new', pain: 'unsure', crossTraining: true },
  { firstName: 'Ben', email: 'ben@example.com', timeZone: 'America/Chicago', postalCode: '75201', experience: 'regular', pain: 'mechanical', crossTraining: false },
  { firstName: 'Chloe', email: 'chloe@example.com', phone: '+12065550107', timeZone: 'America/Los_Angeles', postalCode: '98101', experience: 'competitive', pain: 'mechanical', crossTraining: true, source: 'race-day' },
  { firstName: 'Tom', email: 'tom@example.com', timeZone: 'America/New_York', postalCode: '30144', experience: 'regular', pain: 'structural', crossTraining: true },
] as const;
