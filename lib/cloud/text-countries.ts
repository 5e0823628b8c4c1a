import type { CfnProtectConfiguration } from 'aws-cdk-lib/aws-smsvoice';

/** The United States and its territories: the only places whose law our consent and hours follow (core/person/address). */
const allowed = ['US', 'PR', 'GU', 'VI', 'AS', 'MP'];

/**
 * Everywhere else a text can go, by ISO 3166-1. All have to be named, since a new protect configuration allows whatever
 * it does not block (CreateProtectConfiguration). Left out are places that no carrier of AWS reaches.
 */
const blocked =
  'AD AE AF AG AI AL AM AO AR AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GW GY HK HN HR HT HU ID IE IL IM IN IQ IS IT JE JM JO JP KE KG KH KI KM KN KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SZ TC TD TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UY UZ VA VC VE VG VN VU WF WS XK YE YT ZA ZM ZW'.split(
    ' ',
  );

const rule = (protectStatus: 'ALLOW' | 'BLOCK') => (countryCode: string) => ({ countryCode, protectStatus });

/** One rule a country, for texts; numbers of ours send nothing else. */
export const countryRules: CfnProtectConfiguration.CountryRuleProperty[] = [
  ...allowed.map(rule('ALLOW')),
  ...blocked.map(rule('BLOCK')),
];
