import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import{a,b}from"./chunk-EXDTOTLL.js";import"./chunk-QJRJN3GB.js";import"./chunk-VL3H5AUS.js";import"./chunk-BBPEJ5AN.js";import"./chunk-2MDFPZ65.js";import"./chunk-76MLBP2F.js";import"./chunk-IC64TPCP.js";import"./chunk-FFGWNXSJ.js";export{a as compileBundledPolicies,b as documentPolicies};
