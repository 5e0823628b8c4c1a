import { minute, second } from '../../../functions/core/base/time';
import { isPersons } from '../../../functions/core/membership/robot';

const android = (phone: string) =>
  `Mozilla/5.0 (Linux; Android 14; ${phone}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36`;
const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1';
const clicked = (userAgent: string | undefined, method = 'GET', waited = minute) =>
  isPersons({ method, userAgent }, 0, waited);

test.each([
  iphone,
  android('Pixel 9'),
  android('CUBOT NOTE 20'),
  android('CUBOT_X18_Plus'),
  android('Cubot P80 Build/TP1A.220624.014'),
  android('M bot 60'),
  android('M BOT TAB 103'),
  android('M_bot_51 Build/MRA58K'),
  android('M-bot 54'),
  `${iphone} Botswana`,
  `${android('SM-S921U')} [QR Scanner]`,
  `${android('SM-S921U')} CamScanner/6.5`,
  `${iphone} [Pinterest/iOS]`,
  `${iphone} Slack/24.10`,
  `${iphone} [FBAN/FBIOS;FBAV/480.0;FBLC/en_US]`,
  `${iphone} Instagram 340.0`,
  `${iphone} GSA/330.0`,
  `${android('sdk_gphone64 Developer Preview')}`,
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0',
  'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
  'Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko',
  'Opera/9.80 (J2ME/MIDP; Opera Mini/9.80; U; en) Presto/2.12',
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15',
])('a person: %s', (agent) => {
  expect(clicked(agent)).toBe(true);
});

test.each([
  undefined,
  '',
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm) Chrome/130.0 Safari/537.36',
  'Mozilla/5.0 (compatible; AhrefsBot/7.0)',
  'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
  'Slack-ImgProxy (+https://api.slack.com/robots)',
  'TelegramBot (like TwitterBot)',
  'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
  'WhatsApp/2.23.20.0',
  'SkypeUriPreview Preview/0.5',
  'Mozilla/5.0 (Windows NT 6.1; WOW64) AppleWebKit/534+ (KHTML, like Gecko) BingPreview/1.0b',
  'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)',
  'YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html',
  'Mozilla/5.0 (compatible; Baiduspider/2.0)',
  'Proofpoint URL Defense',
  'Mozilla/5.0 (Windows NT 10.0) Mimecast',
  'BarracudaCentral/1.0 Barracuda Sentinel (EE)',
  'Mozilla/5.0 (compatible; Microsoft Safelinks)',
  'Symantec Web Security',
  'Trend Micro WTP Add-On 1.2.1046',
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/142.0.0.0 Safari/537.36',
  'URL Scanner 2.0',
  'curl/8.5.0',
  'Wget/1.21',
  'python-requests/2.32',
  'Python-urllib/3.12',
  'Java/1.8.0_291',
  'Go-http-client/2.0',
  'okhttp/4.12.0',
  'axios/1.7',
  'node-fetch/1.0',
  'node',
  'undici',
  'Apache-HttpClient/4.5 (Java/17)',
  'Dalvik/2.1.0 (Linux; U; Android 14; Pixel 9)',
  'Dart/3.5 (dart:io)',
  'Mozilla/5.0 (compatible; somebody; +https://somebody.example/about)',
])('a program: %s', (agent) => {
  expect(clicked(agent)).toBe(false);
});

test('not by looking at the headers alone, and not within ten seconds', () => {
  expect([clicked(iphone, 'HEAD'), clicked(iphone, 'POST')]).toEqual([false, false]);
  expect(clicked(iphone, 'GET', 10 * second - 1)).toBe(false);
  expect(clicked(iphone, 'GET', 10 * second)).toBe(true);
});
