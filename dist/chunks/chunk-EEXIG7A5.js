import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import{a as e}from"./chunk-FFGWNXSJ.js";var o={useColor:!1,width:100,verbosity:"normal",linesOf:e(()=>[],"linesOf"),policyOf:e(()=>{},"policyOf"),containers:[]};export{o as a};
