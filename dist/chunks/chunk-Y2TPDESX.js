import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import{a as o}from"./chunk-FFGWNXSJ.js";var e={useColor:!1,width:100,verbosity:"normal",linesOf:o(()=>[],"linesOf"),policyOf:o(()=>{},"policyOf"),containers:[]};export{e as a};
