import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import{a as e}from"./chunk-FFGWNXSJ.js";var r=class extends Error{static{e(this,"UserError")}name="UserError"},n=class extends Error{static{e(this,"InternalError")}name="InternalError"};export{r as a,n as b};
