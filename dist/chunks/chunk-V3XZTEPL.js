import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import{a as u}from"./chunk-TJOFESBE.js";function r(t){return t.replaceAll("	","  ").replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,e=>`\\u{${(e.codePointAt(0)??0).toString(16)}}`)}u(r,"printable");export{r as a};
