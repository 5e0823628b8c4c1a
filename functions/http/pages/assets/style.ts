import { paintOf } from '../../../core/practice/colour';
import type { Practice } from '../../../core/practice/practice';
import { family, lineOf, rem, scale } from '../../../core/practice/typeface';

/** The one style sheet, painted with the practice's colour; every shade keeps 4.5 to 1 (WCAG 1.4.3), edges 3 to 1. */
export function styleSheet({ colour }: Practice): string {
  const paint = paintOf(colour);
  return `:root{color-scheme:light dark;--ground:#f7f5ef;--card:#fff;--ink:#1b2528;--soft:#4b5a5c;--line:#dcd8cc;--edge:#6f7c7d;
--brand:${paint.brand};--on-brand:${paint.onBrand};--link:${paint.link};--alarm:#a3231b;--alarm-ground:#fdf0ee;--note-ground:#eef4f3;--good:#1c6b45}
@media (prefers-color-scheme:dark){:root{--ground:#141b1d;--card:#1e282b;--ink:#e9efee;--soft:#b3c0c0;--line:#364448;--edge:#8c9b9c;
--brand:${paint.linkDark};--on-brand:#0f1719;--link:${paint.linkDark};--alarm:#ffb4ab;--alarm-ground:#38201f;--note-ground:#223235;--good:#8fd6b0}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:${rem('body')}/${lineOf('body') / scale.body} ${family};overflow-wrap:break-word}
a[href^='tel:']{white-space:nowrap}
a{color:var(--link);text-underline-offset:.2em}
:focus-visible{outline:3px solid var(--link);outline-offset:3px;border-radius:4px}
.skip{position:absolute;left:-100vw;top:0;padding:.75rem 1rem;background:var(--card)}
.skip:focus{left:0;z-index:1}
.top{border-bottom:1px solid var(--line);background:var(--card)}
.top>div,main,.foot>div{max-width:44rem;margin:0 auto;padding:0 1.25rem}
.top>div{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;align-items:center;justify-content:space-between;min-height:4.25rem;padding-block:.6rem}
.name{font-weight:700;font-size:${rem('body')};letter-spacing:-.01em;color:var(--ink);text-decoration:none}
.name img{display:block;height:auto;max-width:100%}
.type::before{content:"";display:inline-block;width:.7em;height:.7em;margin-right:.55em;border-radius:50% 50% 50% 0;background:var(--brand)}
.ways{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;align-items:center}
.language{display:inline-block;padding:.35rem .7rem;font:inherit;font-size:1rem;color:var(--link);background:transparent;border:1.5px solid var(--edge);border-radius:.65rem;text-decoration:none;cursor:pointer}
.language:hover{text-decoration:underline;text-underline-offset:.2em}
.tel{display:inline-block;padding:.5rem 0;font-weight:600;white-space:nowrap}
main{padding-block:2.25rem 3.5rem}
h1{font-size:clamp(${rem('title')},1.4rem + 2vw,${rem('display')});line-height:1.2;letter-spacing:-.02em;margin:0 0 1rem;text-wrap:balance}
h2{font-size:${rem('heading')};line-height:1.3;letter-spacing:-.01em;margin:0 0 .75rem}
h3{font-size:${rem('body')};margin:1.5rem 0 .25rem}
p,ul,ol,dl{margin:0 0 1rem}
.lead{font-size:${rem('lead')};line-height:1.5;color:var(--soft)}
.soft{color:var(--soft)}
.small{font-size:${rem('small')}}
.card{background:var(--card);border:1px solid var(--line);border-radius:1rem;padding:1.5rem;margin:0 0 1.5rem}
.card>:last-child,.alarm>:last-child,.note>:last-child{margin-bottom:0}
.alarm,.note{border-radius:.85rem;padding:1.15rem 1.25rem;margin:0 0 1.5rem;border-left:6px solid var(--brand);background:var(--note-ground)}
.alarm{border-left-color:var(--alarm);background:var(--alarm-ground)}
.alarm h2,.alarm strong{color:var(--alarm)}
.alarm h2{font-size:${rem('lead')};margin-bottom:.35rem}
.alarm ul{margin:.25rem 0 .75rem;padding-left:1.25rem}
form{margin:0}
[hidden]{display:none!important}
.screen:last-child>:last-child,.screen:last-child>[data-emergency]>fieldset{margin-bottom:0}
.bar,.turn,.parted>.card:not(:has(.now)),.parted .screen:not(.now),.parted:not(.last)>.ask{display:none}
.parted>.bar{display:block}
.bar p{margin:0 0 .35rem;font-weight:600;font-size:${rem('small')}}
.bar .hint{font-weight:400;margin-bottom:.75rem}
.bar progress{display:block;width:100%;height:.5rem;margin:0 0 .75rem;border:0;border-radius:.25rem;overflow:hidden;appearance:none;background:var(--line);color:var(--brand)}
.bar progress::-webkit-progress-bar{background:var(--line)}
.bar progress::-webkit-progress-value{background:var(--brand)}
.bar progress::-moz-progress-bar{background:var(--brand)}
.parted>.turn{display:grid;grid-template-columns:1fr 2fr;gap:.75rem;margin:0 0 1rem}
.turn :only-child,.turn [hidden]+*,.turn :has(+[hidden]){grid-column:1/-1}
.parted [data-emergency] .alarm{margin:.75rem 0 0}
.parted .screen fieldset,.parted .now:not(:has(.card))>.field:last-child{margin-bottom:0}
main:has(.begun.parted){padding-top:1.25rem}
main:has(.begun.parted)>.lead{display:none}
main:has(.begun.parted)>h1{font-size:${rem('body')};letter-spacing:0;color:var(--soft)}
form+.soft{margin-top:1rem}
legend:focus,h2:focus{outline-offset:6px}
fieldset{border:0;margin:0 0 1.75rem;padding:0;min-width:0}
legend,.label{display:block;padding:0;margin:0 0 .4rem;font-weight:600}
section>h2+.soft{margin-top:-.4rem}
.field{margin:0 0 1.5rem}
.hint{display:block;margin:0 0 .4rem;color:var(--soft);font-size:${rem('small')};font-weight:400}
input[type=text],input[type=email],input[type=tel],select{width:100%;min-height:3.1rem;padding:.6rem .85rem;font:inherit;color:var(--ink);background:var(--card);border:1.5px solid var(--edge);border-radius:.65rem}
.short{max-width:14rem}
.pick{display:grid;grid-template-columns:1.5rem 1fr;gap:.75rem;align-items:start;padding:.75rem .9rem;margin:0 0 .5rem;border:1.5px solid var(--line);border-radius:.75rem;background:var(--card);cursor:pointer}
.pick:hover{border-color:var(--edge)}
.pick:has(:checked){border-color:var(--link);background:var(--note-ground)}
.pick input{width:1.5rem;height:1.5rem;margin:.15rem 0 0;accent-color:var(--brand)}
.pick small{display:block;font-size:${rem('small')};line-height:1.5;color:var(--soft)}
.pair{display:grid;gap:.5rem;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr))}
.pair .pick{margin:0;padding-inline:.6rem;gap:.55rem}
.wrong{display:block;margin:.4rem 0 0;color:var(--alarm);font-weight:600;font-size:${rem('small')}}
[aria-invalid=true]{border-color:var(--alarm)!important;border-width:2px}
.do{display:inline-block;min-height:3.25rem;padding:.8rem 1.6rem;font:inherit;font-weight:700;text-align:center;text-decoration:none;color:var(--on-brand);background:var(--brand);border:2px solid var(--brand);border-radius:.75rem;cursor:pointer}
.do.calm{color:var(--link);background:transparent;border-color:var(--link)}
.do.grave{color:var(--alarm);background:transparent;border-color:var(--alarm)}
.do:hover{text-decoration:underline;text-underline-offset:.2em}
.dos{display:flex;flex-wrap:wrap;gap:.75rem;margin:1.25rem 0 1rem}
.dates{list-style:none;padding:0}
.dates li{padding:.8rem 0;border-bottom:1px solid var(--line)}
.dates li:last-child{border:0;padding-bottom:0}
.dates time{display:block;font-weight:700}
.row{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;justify-content:space-between;padding:1rem 0;border-bottom:1px solid var(--line)}
.row:last-child{border:0;padding-bottom:0}
.row p{margin:0;flex:1 1 14rem}
h2+.row{padding-top:.25rem}
figure{margin:0 0 1.75rem}
figure img{display:block;width:100%;max-width:22rem;height:auto;margin:0 auto .75rem;border-radius:.75rem;background:#fff}
.away{position:absolute;left:-100vw;width:1px;height:1px;overflow:hidden}
.lang{padding:1rem 0;border-bottom:1px solid var(--line)}
.lang p{margin:0}
table{width:100%;margin:0 0 1.25rem;border-collapse:collapse;font-size:${rem('small')}}
th,td{text-align:left;vertical-align:top;padding:.6rem .75rem .6rem 0;border-bottom:1px solid var(--line)}
.foot{border-top:1px solid var(--line);color:var(--soft);font-size:${rem('small')}}
.foot>div{padding-block:1.75rem 2.5rem}
.foot nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.15rem 1.4rem;padding:0}
.foot nav a{display:inline-block;padding:.35rem 0;min-height:1.75rem}
@media (max-width:30rem){.name img{max-width:9.5rem}.name,.tel,.dates time{font-size:${rem('small')}}.top>div{gap:.35rem 1rem}.card{padding:1.15rem}.do,.row form{width:100%}.dos{flex-direction:column}}
@media print{.top,.foot,.do{display:none}}
`;
}
