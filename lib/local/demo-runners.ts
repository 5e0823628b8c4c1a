/**
 * Twelve made-up runners in several zones. Numbers in 555-01xx and addresses at example.com are reserved for this.
 * They answer as the practice's sample people do, by turns.
 */
export const demoRunners = [
  {
    firstName: 'Maya',
    email: 'maya@example.com',
    phone: '+14045550101',
    tipsBy: 'both',
    timeZone: 'America/New_York',
    postalCode: '30309',
    source: 'clinic-poster',
  },
  {
    firstName: 'Luis',
    email: 'luis@example.com',
    timeZone: 'America/Chicago',
    postalCode: '60614',
  },
  {
    firstName: 'Priya',
    email: 'priya@example.com',
    phone: '+16025550102',
    tipsBy: 'sms',
    timeZone: 'America/Phoenix',
    postalCode: '85004',
  },
  {
    firstName: 'Sam',
    phone: '+13035550103',
    timeZone: 'America/Denver',
    postalCode: '80202',
  },
  {
    firstName: 'Grace',
    email: 'grace@example.com',
    timeZone: 'America/Los_Angeles',
    postalCode: '94110',
  },
  {
    firstName: 'Noah',
    email: 'noah@example.com',
    phone: '+12125550104',
    tipsBy: 'both',
    timeZone: 'America/New_York',
    postalCode: '10011',
    source: 'race-day',
  },
  {
    firstName: 'Leilani',
    email: 'leilani@example.com',
    timeZone: 'Pacific/Honolulu',
    postalCode: '96815',
  },
  {
    firstName: 'Owen',
    phone: '+19075550105',
    timeZone: 'America/Anchorage',
    postalCode: '99501',
  },
  {
    firstName: 'Ana',
    email: 'ana@example.com',
    phone: '+13055550106',
    tipsBy: 'both',
    timeZone: 'America/New_York',
    postalCode: '33130',
  },
  {
    firstName: 'Ben',
    email: 'ben@example.com',
    timeZone: 'America/Chicago',
    postalCode: '75201',
  },
  {
    firstName: 'Chloe',
    email: 'chloe@example.com',
    phone: '+12065550107',
    timeZone: 'America/Los_Angeles',
    postalCode: '98101',
    source: 'race-day',
  },
  {
    firstName: 'Tom',
    email: 'tom@example.com',
    timeZone: 'America/New_York',
    postalCode: '30144',
  },
] as const;
