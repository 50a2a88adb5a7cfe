/** The page's style sheet, made of the tokens that the charts are drawn with. */
import { dark, light, type Palette, type Role, space, type } from '../../charts/index.ts';

const roles = Object.keys(light) as readonly Role[];

function variables(palette: Palette): string {
  return roles.map((role) => `--${role}:${palette[role]};`).join('');
}

/** Charts carry light colours in themselves; on the page their classes follow the reader's choice. */
const chartColours = roles
  .map((role) => `svg .fill-${role}{fill:var(--${role})}svg .stroke-${role}{stroke:var(--${role})}`)
  .join('');

const page = `
*{box-sizing:border-box}
html{color-scheme:light dark;background:var(--paper);color:var(--ink);font:400 1rem/1.55 ${type.family};-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:54rem;padding:${space.xl}px ${space.m}px;overflow-wrap:anywhere}
p,ul,ol,dl,figure,blockquote{margin:0}
a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.18em}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:2px}
.skip{position:absolute;left:-99rem}.skip:focus{left:${space.m}px;top:${space.s}px;background:var(--paper);padding:${space.s}px}
.brand{display:flex;align-items:center;gap:${space.m}px;font-size:.875rem;color:var(--muted);padding-bottom:${space.m}px;border-bottom:3px solid var(--accent)}
.brand img{height:2.25rem;max-width:60%;width:auto}
.brand b{font-size:1.125rem;color:var(--ink)}
.guard{margin-left:auto;text-align:right}
h1{font-size:clamp(1.9rem,5vw,2.6rem);line-height:1.1;letter-spacing:-.025em;font-weight:650;margin:${space.l}px 0 ${space.xs}px}
.period{font-size:1.25rem;color:var(--accent);font-weight:500}
.frame{display:flex;flex-wrap:wrap;gap:${space.xs}px ${space.l}px;margin:${space.m}px 0 0;font-size:.8125rem;color:var(--muted)}
.frame div{display:flex;gap:.4em}dl dt{flex:none}.frame dd{margin:0;color:var(--ink)}
h2{font-size:1.375rem;line-height:1.2;letter-spacing:-.015em;font-weight:650;margin:${space.xl}px 0 ${space.m}px}
.page-two>h2,.page-behind>h2{border-top:1px solid var(--rule);padding-top:${space.l}px}
h3{font-size:1rem;line-height:1.35;font-weight:650;margin:${space.l}px 0 ${space.s}px}
p+p{margin-top:.6em}section>p,section>ul,.note p{max-width:46rem}section>.plain,.small+.small{margin-top:.8em}
.lead{font-size:1.2rem;line-height:1.5;letter-spacing:-.005em}
.small,small{font-size:.8125rem;line-height:1.4;color:var(--muted)}
.muted{color:var(--muted)}
.label,dt{font-size:.8125rem;color:var(--muted)}
main ul{padding-left:1.1em}main li+li{margin-top:.25em}main li::marker{color:var(--accent)}
.note{background:var(--wash);border-radius:6px;padding:${space.m}px 20px;margin:${space.l}px 0}
.note .label{font-weight:600;margin-bottom:.2em}
.scroll{overflow-x:auto;margin:${space.m}px 0 ${space.s}px}
table{border-collapse:collapse;width:100%;font-size:.9rem;line-height:1.35;font-variant-numeric:tabular-nums lining-nums;overflow-wrap:normal}
caption{text-align:left;font-weight:650;padding-bottom:${space.s}px}
th,td{text-align:left;vertical-align:top;padding:.5em 0 .5em 1.1em;border-bottom:1px solid var(--rule)}
th:first-child,td:first-child{padding-left:0}
tbody th{font-weight:500;overflow-wrap:break-word;min-width:8em}
thead th,thead td{font-size:.8125rem;font-weight:500;color:var(--muted);vertical-align:bottom;border-bottom:1px solid var(--ink)}
.right,.right .open{text-align:right}
.number{white-space:nowrap}
td small,th small{display:block;font-weight:400}.right small span{white-space:nowrap}
tbody th a{color:inherit;text-decoration-color:var(--rule)}
.open{font:inherit;color:inherit;background:none;border:0;padding:0;cursor:pointer;text-decoration:underline dotted var(--muted) 1px;text-underline-offset:.22em}
[popover]{margin:auto;width:min(26rem,90vw);border:1px solid var(--rule);border-radius:8px;background:var(--paper);color:var(--ink);padding:20px;text-align:left;font-size:.9rem;line-height:1.5;box-shadow:0 8px 40px rgb(0 0 0/.22);overflow-wrap:anywhere}
[popover]>*{display:block}[popover]>*+*{margin-top:.6em}[popover]::backdrop{background:rgb(0 0 0/.18)}
@supports not selector(:popover-open){[popover]{display:none}}
.close{font:inherit;color:var(--accent);background:none;border:1px solid var(--rule);border-radius:6px;padding:.2em .8em;cursor:pointer}
code{font:.85em ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;background:var(--wash);padding:.15em .35em;border-radius:4px;user-select:all;overflow-wrap:anywhere}
.pill{display:inline-block;white-space:nowrap;font-size:.8125rem;font-weight:550;line-height:1.2;padding:.22em .65em .24em .55em;border-radius:99px;border:1px solid transparent}
.pill>span{display:inline-block;min-width:.8em;text-align:center}
.good{color:var(--good);background:var(--goodSoft)}.bad{color:var(--bad);background:var(--badSoft)}
.changed{color:var(--accent);background:var(--accentSoft)}
.steady{color:var(--ink);border-color:var(--rule)}.early{color:var(--muted);border:1px dashed var(--rule)}
section{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);column-gap:${space.l + 4}px}
section>*{grid-column:1/-1}
.picture{margin:${space.l}px 0 ${space.s}px}
.picture figcaption{font-weight:650}
.picture svg{display:block;width:100%;height:auto;min-width:32rem}.half svg{min-width:0;max-width:26rem}
@media(min-width:44rem){.half{grid-column:auto}}
summary{cursor:pointer;font-size:.8125rem;color:var(--accent);width:fit-content;margin-top:${space.s}px}
.insight{padding:${space.m}px 0;border-top:1px solid var(--rule)}
.insight h3{margin:0;font-size:1.0625rem}
.size{color:var(--accent);font-size:.9rem;font-weight:500;margin:.15em 0 .5em}
.advice{margin-top:.6em}.advice b{font-weight:650;margin-right:.3em}
.audience{color:var(--muted);font-size:.8125rem;white-space:nowrap;margin-left:.4em}
.decisions{list-style:none;padding:0;counter-reset:decision}
.decisions li{counter-increment:decision;display:grid;grid-template-columns:2.2rem 1fr;padding:${space.m}px 0;border-top:1px solid var(--rule);margin:0}
.decisions li::before{content:counter(decision);font-size:1.4rem;line-height:1.1;font-weight:650;color:var(--accent);grid-row:span 2}
.decisions p{font-weight:550}
.decisions dl{display:flex;flex-wrap:wrap;gap:${space.xs}px ${space.l}px;font-size:.9rem;margin-top:.3em}
.decisions dl div{display:flex;gap:.45em;align-items:baseline}.decisions dd{margin:0}
.quotes{display:grid;grid-template-columns:repeat(auto-fit,minmax(14rem,1fr));gap:${space.l}px;margin:${space.m}px 0}
.quotes blockquote{font-size:1.0625rem;line-height:1.45}.quotes blockquote::before{content:'“'}.quotes blockquote::after{content:'”'}
.quotes figcaption{font-size:.8125rem;color:var(--muted);margin-top:.35em}
.definitions dt{font-size:1rem;font-weight:600;color:var(--ink);margin-top:${space.m}px;scroll-margin-top:${space.l}px}
.definitions dt:target{color:var(--accent)}
.definitions dd{margin:.15em 0 0}.definitions small{display:block}
footer{border-top:1px solid var(--rule);margin-top:${space.xl}px;padding-top:${space.m}px;font-size:.8125rem;color:var(--muted)}
@media print{
@page{size:A4;margin:14mm 17mm}
:root{${variables(light)}color-scheme:light}
html{font-size:8.4pt;background:none}body,section>p,section>ul{max-width:none}body{padding:0}
h1{font-size:2.4rem;margin-top:${space.m}px}h2{margin-top:${space.l}px}th,td{padding-top:.32em;padding-bottom:.32em}
.page-two,.page-behind:not(.page-behind~.page-behind){break-before:page}
.page-two>h2,.page-behind:not(.page-behind~.page-behind)>h2{border:0;padding:0;margin-top:0}
.scroll{overflow:visible}.picture svg{min-width:0}.half{grid-column:auto}
tr,figure,.insight,.decisions li,.note{break-inside:avoid}h2,h3,caption,figcaption{break-after:avoid}thead{display:table-header-group}
[popover],details,.skip{display:none}.open{text-decoration:none}a{color:inherit;text-decoration:none}
.pill,.note,svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}`;

export const style = `:root{${variables(light)}}@media (prefers-color-scheme:dark){:root{${variables(dark)}}}${page.replaceAll('\n', '')}${chartColours}`;
