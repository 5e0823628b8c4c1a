import { type Instant, second } from '../base/time';

/**
 * Programs that open links, by what they call themselves. Each name begins and ends where a word does, since people's
 * phones and apps have names too: Cubot and M bot are phones, "QR Scanner" is an app, and Slack and Pinterest show pages
 * to people. This is no library's list: isbot 5 names no mail filter and takes an M bot for a robot.
 */
const programs = [
  // Crawlers and previews: Googlebot, "AhrefsBot/7.0", "robot", but no Botswana.
  /(?<!\bcu|\bm[ _-]?)bots?(?![a-z])/,
  /\bcrawl(er|ing)?\b|crawler\b|spider\b|\bscrap(er|y)\b/,
  /\b(bing|skypeuri|uri|url|link|page|web|mail|outlook|microsoft)[ _-]?preview/,
  /\bgoogle-(read-aloud|pagerenderer|inspectiontool|safety|adwords|site-verification)\b|\bgoogleother\b|\bmediapartners-google\b/,
  /\bfacebook(externalhit|catalog)\b|\bmeta-external|\bslack-(imgproxy|linkexpanding)\b|^whatsapp\/|^snapchat\/|\bembedly\b|\biframely\b/,
  // A user agent with a contact address is a program: "(compatible; X; +https://x.example/about)".
  /\+https?:\/\//,
  // What mail providers and filters open links with.
  /\b(googleimageproxy|yahoomailproxy|yahoocachesystem|prefetch(er|ing)?)\b/,
  /\b(proofpoint|mimecast|barracuda|safelinks|ironport|symantec|messagelabs|trend ?micro|fireeye|trellix|forcepoint|websense)\b/,
  /\b(cloudmark|sophos|fortimail|fortiguard|zscaler|avanan|check ?point|vadesecure|mailguard|spamtitan|bluecoat|clamav)\b/,
  /\b(url|link|mail|virus|security|vulnerability|threat|malware|phishing|web)[ _-]?scan(ner|ning)?\b|^scan(ner)?\b/,
  // Browsers with nobody before them.
  /\bheadless|\bphantomjs\b|\bpuppeteer\b|\bplaywright\b|\bselenium\b|\bchrome-lighthouse\b/,
  // Libraries, which begin with their own name (RFC 9110 10.1.5).
  /^(curl|wget|java|python|pycurl|aiohttp|httpx|go-http-client|okhttp|axios|node|node-fetch|undici|deno|bun|got|ruby|perl)\b/,
  /^(lwp|libwww|php|guzzle|symfony|apache-httpclient|jakarta|dart|faraday|rest-?client|restsharp|powershell|dalvik|cfnetwork)\b/,
  /^(postman|insomnia|httpie|microsoft (office|bits)|w3c|winhttp|http_)/,
];

const isProgram = (agent: string): boolean => programs.some((named) => named.test(agent.toLowerCase()));

/** Nobody finds, reads and follows a link sooner than this; filters open all of a mail's at once, before it is shown. */
const tooSoon = 10 * second;

export interface Visit {
  method: string;
  userAgent?: string | undefined;
}

/** Whether a link was opened by a person; `since` is when its message was accepted or, where known, delivered. */
export function isPersons({ method, userAgent = '' }: Visit, since: Instant, now: Instant): boolean {
  return method === 'GET' && userAgent !== '' && !isProgram(userAgent) && now - since >= tooSoon;
}
