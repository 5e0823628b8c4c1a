import { html, raw } from 'hono/html';
import { phoneText } from '../../../core/practice/phone-text';
import type { Html, Look } from '../layout';
import { legalPage } from './legal';

interface Notice {
  lang: string;
  name: string;
  rtl?: boolean;
  /** `{phone}` is where the number goes. */
  says: string;
}

/** Language assistance and auxiliary aids, free (45 CFR 92.11): English and the languages most spoken in the United States. */
export const notices: Notice[] = [
  {
    lang: 'en',
    name: 'English',
    says: 'ATTENTION: Free language assistance services are available to you. Free aids and services to give you information in accessible formats are available too. Call {phone} (TTY: 711) or ask your provider.',
  },
  {
    lang: 'es',
    name: 'Español',
    says: 'ATENCIÓN: Si habla español, tiene a su disposición servicios gratuitos de asistencia lingüística. También hay ayudas y servicios auxiliares gratuitos para darle información en formatos accesibles. Llame al {phone} (TTY: 711) o hable con su proveedor.',
  },
  {
    lang: 'zh-Hans',
    name: '简体中文',
    says: '注意：如果您说中文，我们可免费为您提供语言协助服务。我们还免费提供适当的辅助工具和服务，以无障碍格式提供信息。请致电 {phone}（TTY：711）或咨询您的服务提供者。',
  },
  {
    lang: 'zh-Hant',
    name: '繁體中文',
    says: '注意：如果您說中文，我們可免費為您提供語言協助服務。我們也免費提供適當的輔助工具與服務，以無障礙格式提供資訊。請致電 {phone}（TTY：711）或與您的服務提供者聯絡。',
  },
  {
    lang: 'vi',
    name: 'Tiếng Việt',
    says: 'LƯU Ý: Nếu quý vị nói tiếng Việt, chúng tôi có sẵn dịch vụ hỗ trợ ngôn ngữ miễn phí. Các phương tiện và dịch vụ hỗ trợ phù hợp để cung cấp thông tin ở định dạng dễ tiếp cận cũng được cung cấp miễn phí. Vui lòng gọi {phone} (TTY: 711) hoặc hỏi người chăm sóc của quý vị.',
  },
  {
    lang: 'ko',
    name: '한국어',
    says: '주의: 한국어를 사용하시는 경우 무료 언어 지원 서비스를 이용하실 수 있습니다. 이용 가능한 형식으로 정보를 제공하는 보조 기구와 서비스도 무료로 제공됩니다. {phone}(TTY: 711)번으로 전화하시거나 담당 의료진에게 문의하십시오.',
  },
  {
    lang: 'tl',
    name: 'Tagalog',
    says: 'PAUNAWA: Kung nagsasalita ka ng Tagalog, may magagamit kang libreng serbisyo ng tulong sa wika. Libre rin ang mga naaangkop na tulong at serbisyo para maibigay ang impormasyon sa mga format na madaling gamitin. Tumawag sa {phone} (TTY: 711) o makipag-usap sa iyong provider.',
  },
  {
    lang: 'fr',
    name: 'Français',
    says: 'ATTENTION : Si vous parlez français, des services d’assistance linguistique gratuits sont à votre disposition. Des aides et services auxiliaires pour fournir des informations dans des formats accessibles sont également disponibles gratuitement. Appelez le {phone} (TTY : 711) ou parlez à votre prestataire.',
  },
  {
    lang: 'ht',
    name: 'Kreyòl ayisyen',
    says: 'ATANSYON: Si ou pale kreyòl ayisyen, gen sèvis èd gratis pou lang ki disponib pou ou. Gen èd ak sèvis siplemantè gratis tou pou ba ou enfòmasyon nan fòma ki aksesib. Rele {phone} (TTY: 711) oswa pale ak founisè ou a.',
  },
  {
    lang: 'pt',
    name: 'Português',
    says: 'ATENÇÃO: Se você fala português, há serviços gratuitos de assistência linguística à sua disposição. Recursos e serviços auxiliares para fornecer informações em formatos acessíveis também estão disponíveis gratuitamente. Ligue para {phone} (TTY: 711) ou fale com seu prestador.',
  },
  {
    lang: 'ru',
    name: 'Русский',
    says: 'ВНИМАНИЕ: если вы говорите по-русски, вам доступны бесплатные услуги языковой поддержки. Также бесплатно предоставляются вспомогательные средства и услуги для получения информации в доступных форматах. Позвоните по телефону {phone} (TTY: 711) или обратитесь к своему врачу.',
  },
  {
    lang: 'ar',
    name: 'العربية',
    rtl: true,
    says: 'تنبيه: إذا كنت تتحدث العربية، فستتوفر لك خدمات المساعدة اللغوية المجانية. كما تتوفر مجانًا وسائل مساعدة وخدمات مناسبة لتقديم المعلومات بصيغ يسهل الوصول إليها. اتصل على الرقم {phone} (TTY: 711) أو تحدث إلى مقدم الخدمة.',
  },
  {
    lang: 'de',
    name: 'Deutsch',
    says: 'ACHTUNG: Wenn Sie Deutsch sprechen, stehen Ihnen kostenlose Sprachhilfen zur Verfügung. Auch Hilfsmittel und Dienste, die Informationen in zugänglicher Form bieten, sind kostenlos. Rufen Sie {phone} (TTY: 711) an oder sprechen Sie mit Ihrem Arzt.',
  },
  {
    lang: 'hi',
    name: 'हिन्दी',
    says: 'ध्यान दें: यदि आप हिंदी बोलते हैं, तो आपके लिए मुफ़्त भाषा सहायता सेवाएँ उपलब्ध हैं। सुलभ प्रारूपों में जानकारी देने के लिए सहायक साधन और सेवाएँ भी मुफ़्त उपलब्ध हैं। {phone} (TTY: 711) पर कॉल करें या अपने प्रदाता से बात करें।',
  },
  {
    lang: 'gu',
    name: 'ગુજરાતી',
    says: 'ધ્યાન આપો: જો તમે ગુજરાતી બોલતા હો, તો તમારા માટે મફત ભાષા સહાય સેવાઓ ઉપલબ્ધ છે. સુલભ સ્વરૂપમાં માહિતી આપવા માટે સહાયક સાધનો અને સેવાઓ પણ મફત ઉપલબ્ધ છે. {phone} (TTY: 711) પર ફોન કરો અથવા તમારા પ્રદાતા સાથે વાત કરો.',
  },
  {
    lang: 'ja',
    name: '日本語',
    says: '注意：日本語を話される場合、無料の言語支援サービスをご利用いただけます。利用しやすい形式で情報を提供するための補助支援やサービスも無料でご利用いただけます。{phone}（TTY：711）までお電話いただくか、担当者にご相談ください。',
  },
  {
    lang: 'it',
    name: 'Italiano',
    says: 'ATTENZIONE: se parla italiano, sono disponibili servizi gratuiti di assistenza linguistica. Sono inoltre disponibili gratuitamente ausili e servizi per fornire informazioni in formati accessibili. Chiami il numero {phone} (TTY: 711) o si rivolga al suo medico.',
  },
  {
    lang: 'pl',
    name: 'Polski',
    says: 'UWAGA: Jeśli mówisz po polsku, możesz skorzystać z bezpłatnej pomocy językowej. Bezpłatnie dostępne są też pomoce i usługi, które zapewniają informacje w przystępnych formatach. Zadzwoń pod numer {phone} (TTY: 711) lub porozmawiaj ze swoim lekarzem.',
  },
  {
    lang: 'fa',
    name: 'فارسی',
    rtl: true,
    says: 'توجه: اگر به فارسی صحبت می‌کنید، خدمات رایگان کمک زبانی در دسترس شماست. همچنین ابزارها و خدمات کمکی برای ارائه اطلاعات در قالب‌های قابل دسترس به‌طور رایگان موجود است. با شماره {phone} (TTY: 711) تماس بگیرید یا با ارائه‌دهنده خود صحبت کنید.',
  },
  {
    lang: 'ur',
    name: 'اردو',
    rtl: true,
    says: 'توجہ دیں: اگر آپ اردو بولتے ہیں تو آپ کے لیے زبان کی مدد کی مفت خدمات دستیاب ہیں۔ قابل رسائی شکل میں معلومات دینے کے لیے امدادی سہولیات بھی مفت دستیاب ہیں۔ {phone} (TTY: 711) پر کال کریں یا اپنے فراہم کنندہ سے بات کریں۔',
  },
];

export const languageHelpPage = (look: Look): Html => {
  const { practice, copy } = look;
  const { legal } = copy;
  // A number keeps its order inside text that runs from right to left.
  const number = `<a href="tel:${practice.phone}"><bdi dir="ltr">${phoneText(practice.phone)}</bdi></a>`;
  return legalPage(
    look,
    legal.languageHelpTitle,
    html`<p>${legal.languageHelp({ name: practice.name })}</p>
${notices.map(({ lang, name, rtl, says }) => {
  const [before = '', after = ''] = says.split('{phone}');
  return html`<section class="lang" lang="${lang}"${rtl ? html` dir="rtl"` : ''}><h2>${name}</h2><p>${before}${raw(number)}${after}</p></section>`;
})}`,
  );
};
