import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import{a as t}from"./chunk-FFGWNXSJ.js";var i="https://github.com/workerlint/workerlint/blob/v1/docs/policies";function r(o){return`${i}/${o}.md`}t(r,"policyPage");export{r as a};
