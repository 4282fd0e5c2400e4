import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import{b as Sc,c as Tc}from"./chunk-2MDFPZ65.js";import{a as Oc,b as xc}from"./chunk-XUEEHOPI.js";import{a as Rn,c as Cn,e as _c,f as ae,g as Zt,h as yt,i as ns,j as Pc}from"./chunk-IC64TPCP.js";import{a as l,b as es,d as N,f as vc}from"./chunk-FFGWNXSJ.js";var Nc=N(wt=>{"use strict";wt.__esModule=!0;wt.distance=wt.closest=void 0;var hn=new Uint32Array(65536),dg=l(function(t,e){for(var n=t.length,r=e.length,s=1<<n-1,i=-1,o=0,a=n,c=n;c--;)hn[t.charCodeAt(c)]|=1<<c;for(c=0;c<r;c++){var u=hn[e.charCodeAt(c)],m=u|o;u|=(u&i)+i^i,o|=~(u|i),i&=u,o&s&&a++,i&s&&a--,o=o<<1|1,i=i<<1|~(m|o),o&=m}for(c=n;c--;)hn[t.charCodeAt(c)]=0;return a},"myers_32"),pg=l(function(t,e){for(var n=e.length,r=t.length,s=[],i=[],o=Math.ceil(n/32),a=Math.ceil(r/32),c=0;c<o;c++)i[c]=-1,s[c]=0;for(var u=0;u<a-1;u++){for(var m=0,d=-1,p=u*32,h=Math.min(32,r)+p,y=p;y<h;y++)hn[t.charCodeAt(y)]|=1<<y;for(var c=0;c<n;c++){var f=hn[e.charCodeAt(c)],g=i[c/32|0]>>>c&1,w=s[c/32|0]>>>c&1,O=f|m,E=((f|w)&d)+d^d|f|w,q=m|~(E|d),_=d&E;q>>>31^g&&(i[c/32|0]^=1<<c),_>>>31^w&&(s[c/32|0]^=1<<c),q=q<<1|g,_=_<<1|w,d=_|~(O|q),m=q&O}for(var y=p;y<h;y++)hn[t.charCodeAt(y)]=0}for(var A=0,T=-1,S=u*32,I=Math.min(32,r-S)+S,y=S;y<I;y++)hn[t.charCodeAt(y)]|=1<<y;for(var F=r,c=0;c<n;c++){var f=hn[e.charCodeAt(c)],g=i[c/32|0]>>>c&1,w=s[c/32|0]>>>c&1,O=f|A,E=((f|w)&T)+T^T|f|w,q=A|~(E|T),_=T&E;F+=q>>>r-1&1,F-=_>>>r-1&1,q>>>31^g&&(i[c/32|0]^=1<<c),_>>>31^w&&(s[c/32|0]^=1<<c),q=q<<1|g,_=_<<1|w,T=_|~(O|q),A=q&O}for(var y=S;y<I;y++)hn[t.charCodeAt(y)]=0;return F},"myers_x"),qc=l(function(t,e){if(t.length<e.length){var n=e;e=t,t=n}return e.length===0?t.length:t.length<=32?dg(t,e):pg(t,e)},"distance");wt.distance=qc;var mg=l(function(t,e){for(var n=1/0,r=0,s=0;s<e.length;s++){var i=qc(t,e[s]);i<n&&(n=i,r=s)}return e[r]},"closest");wt.closest=mg});var G=N(be=>{"use strict";var Co=Symbol.for("yaml.alias"),Ru=Symbol.for("yaml.document"),Os=Symbol.for("yaml.map"),Cu=Symbol.for("yaml.pair"),qo=Symbol.for("yaml.scalar"),xs=Symbol.for("yaml.seq"),wn=Symbol.for("yaml.node.type"),_y=l(t=>!!t&&typeof t=="object"&&t[wn]===Co,"isAlias"),Py=l(t=>!!t&&typeof t=="object"&&t[wn]===Ru,"isDocument"),Ey=l(t=>!!t&&typeof t=="object"&&t[wn]===Os,"isMap"),Ry=l(t=>!!t&&typeof t=="object"&&t[wn]===Cu,"isPair"),qu=l(t=>!!t&&typeof t=="object"&&t[wn]===qo,"isScalar"),Cy=l(t=>!!t&&typeof t=="object"&&t[wn]===xs,"isSeq");function Nu(t){if(t&&typeof t=="object")switch(t[wn]){case Os:case xs:return!0}return!1}l(Nu,"isCollection");function qy(t){if(t&&typeof t=="object")switch(t[wn]){case Co:case Os:case qo:case xs:return!0}return!1}l(qy,"isNode");var Ny=l(t=>(qu(t)||Nu(t))&&!!t.anchor,"hasAnchor");be.ALIAS=Co;be.DOC=Ru;be.MAP=Os;be.NODE_TYPE=wn;be.PAIR=Cu;be.SCALAR=qo;be.SEQ=xs;be.hasAnchor=Ny;be.isAlias=_y;be.isCollection=Nu;be.isDocument=Py;be.isMap=Ey;be.isNode=qy;be.isPair=Ry;be.isScalar=qu;be.isSeq=Cy});var ar=N(No=>{"use strict";var de=G(),Ne=Symbol("break visit"),Au=Symbol("skip children"),nn=Symbol("remove node");function Ss(t,e){let n=$u(e);de.isDocument(t)?Rt(null,t.contents,n,Object.freeze([t]))===nn&&(t.contents=null):Rt(null,t,n,Object.freeze([]))}l(Ss,"visit");Ss.BREAK=Ne;Ss.SKIP=Au;Ss.REMOVE=nn;function Rt(t,e,n,r){let s=Vu(t,e,n,r);if(de.isNode(s)||de.isPair(s))return Mu(t,r,s),Rt(t,s,n,r);if(typeof s!="symbol"){if(de.isCollection(e)){r=Object.freeze(r.concat(e));for(let i=0;i<e.items.length;++i){let o=Rt(i,e.items[i],n,r);if(typeof o=="number")i=o-1;else{if(o===Ne)return Ne;o===nn&&(e.items.splice(i,1),i-=1)}}}else if(de.isPair(e)){r=Object.freeze(r.concat(e));let i=Rt("key",e.key,n,r);if(i===Ne)return Ne;i===nn&&(e.key=null);let o=Rt("value",e.value,n,r);if(o===Ne)return Ne;o===nn&&(e.value=null)}}return s}l(Rt,"visit_");async function Ts(t,e){let n=$u(e);de.isDocument(t)?await Ct(null,t.contents,n,Object.freeze([t]))===nn&&(t.contents=null):await Ct(null,t,n,Object.freeze([]))}l(Ts,"visitAsync");Ts.BREAK=Ne;Ts.SKIP=Au;Ts.REMOVE=nn;async function Ct(t,e,n,r){let s=await Vu(t,e,n,r);if(de.isNode(s)||de.isPair(s))return Mu(t,r,s),Ct(t,s,n,r);if(typeof s!="symbol"){if(de.isCollection(e)){r=Object.freeze(r.concat(e));for(let i=0;i<e.items.length;++i){let o=await Ct(i,e.items[i],n,r);if(typeof o=="number")i=o-1;else{if(o===Ne)return Ne;o===nn&&(e.items.splice(i,1),i-=1)}}}else if(de.isPair(e)){r=Object.freeze(r.concat(e));let i=await Ct("key",e.key,n,r);if(i===Ne)return Ne;i===nn&&(e.key=null);let o=await Ct("value",e.value,n,r);if(o===Ne)return Ne;o===nn&&(e.value=null)}}return s}l(Ct,"visitAsync_");function $u(t){return typeof t=="object"&&(t.Collection||t.Node||t.Value)?Object.assign({Alias:t.Node,Map:t.Node,Scalar:t.Node,Seq:t.Node},t.Value&&{Map:t.Value,Scalar:t.Value,Seq:t.Value},t.Collection&&{Map:t.Collection,Seq:t.Collection},t):t}l($u,"initVisitor");function Vu(t,e,n,r){if(typeof n=="function")return n(t,e,r);if(de.isMap(e))return n.Map?.(t,e,r);if(de.isSeq(e))return n.Seq?.(t,e,r);if(de.isPair(e))return n.Pair?.(t,e,r);if(de.isScalar(e))return n.Scalar?.(t,e,r);if(de.isAlias(e))return n.Alias?.(t,e,r)}l(Vu,"callVisitor");function Mu(t,e,n){let r=e[e.length-1];if(de.isCollection(r))r.items[t]=n;else if(de.isPair(r))t==="key"?r.key=n:r.value=n;else if(de.isDocument(r))r.contents=n;else{let s=de.isAlias(r)?"alias":"scalar";throw new Error(`Cannot replace node with ${s} parent`)}}l(Mu,"replaceNode");No.visit=Ss;No.visitAsync=Ts});var Ao=N(Iu=>{"use strict";var Qu=G(),Ay=ar(),$y={"!":"%21",",":"%2C","[":"%5B","]":"%5D","{":"%7B","}":"%7D"},Vy=l(t=>t.replace(/[!,[\]{}]/g,e=>$y[e]),"escapeTagName"),lr=class t{static{l(this,"Directives")}constructor(e,n){this.docStart=null,this.docEnd=!1,this.yaml=Object.assign({},t.defaultYaml,e),this.tags=Object.assign({},t.defaultTags,n)}clone(){let e=new t(this.yaml,this.tags);return e.docStart=this.docStart,e}atDocument(){let e=new t(this.yaml,this.tags);switch(this.yaml.version){case"1.1":this.atNextDocument=!0;break;case"1.2":this.atNextDocument=!1,this.yaml={explicit:t.defaultYaml.explicit,version:"1.2"},this.tags=Object.assign({},t.defaultTags);break}return e}add(e,n){this.atNextDocument&&(this.yaml={explicit:t.defaultYaml.explicit,version:"1.1"},this.tags=Object.assign({},t.defaultTags),this.atNextDocument=!1);let r=e.trim().split(/[ \t]+/),s=r.shift();switch(s){case"%TAG":{if(r.length!==2&&(n(0,"%TAG directive should contain exactly two parts"),r.length<2))return!1;let[i,o]=r;return this.tags[i]=o,!0}case"%YAML":{if(this.yaml.explicit=!0,r.length!==1)return n(0,"%YAML directive should contain exactly one part"),!1;let[i]=r;if(i==="1.1"||i==="1.2")return this.yaml.version=i,!0;{let o=/^\d+\.\d+$/.test(i);return n(6,`Unsupported YAML version ${i}`,o),!1}}default:return n(0,`Unknown directive ${s}`,!0),!1}}tagName(e,n){if(e==="!")return"!";if(e[0]!=="!")return n(`Not a valid tag: ${e}`),null;if(e[1]==="<"){let o=e.slice(2,-1);return o==="!"||o==="!!"?(n(`Verbatim tags aren't resolved, so ${e} is invalid.`),null):(e[e.length-1]!==">"&&n("Verbatim tags must end with a >"),o)}let[,r,s]=e.match(/^(.*!)([^!]*)$/s);s||n(`The ${e} tag has no suffix`);let i=this.tags[r];if(i)try{return i+decodeURIComponent(s)}catch(o){return n(String(o)),null}return r==="!"?e:(n(`Could not resolve tag: ${e}`),null)}tagString(e){for(let[n,r]of Object.entries(this.tags))if(e.startsWith(r))return n+Vy(e.substring(r.length));return e[0]==="!"?e:`!<${e}>`}toString(e){let n=this.yaml.explicit?[`%YAML ${this.yaml.version||"1.2"}`]:[],r=Object.entries(this.tags),s;if(e&&r.length>0&&Qu.isNode(e.contents)){let i={};Ay.visit(e.contents,(o,a)=>{Qu.isNode(a)&&a.tag&&(i[a.tag]=!0)}),s=Object.keys(i)}else s=[];for(let[i,o]of r)i==="!!"&&o==="tag:yaml.org,2002:"||(!e||s.some(a=>a.startsWith(o)))&&n.push(`%TAG ${i} ${o}`);return n.join(`
`)}};lr.defaultYaml={explicit:!1,version:"1.2"};lr.defaultTags={"!!":"tag:yaml.org,2002:"};Iu.Directives=lr});var _s=N(cr=>{"use strict";var Lu=G(),My=ar();function Qy(t){if(/[\x00-\x19\s,[\]{}]/.test(t)){let n=`Anchor must not contain whitespace or control characters: ${JSON.stringify(t)}`;throw new Error(n)}return!0}l(Qy,"anchorIsValid");function zu(t){let e=new Set;return My.visit(t,{Value(n,r){r.anchor&&e.add(r.anchor)}}),e}l(zu,"anchorNames");function Uu(t,e){for(let n=1;;++n){let r=`${t}${n}`;if(!e.has(r))return r}}l(Uu,"findNewAnchor");function Iy(t,e){let n=[],r=new Map,s=null;return{onAnchor:l(i=>{n.push(i),s??(s=zu(t));let o=Uu(e,s);return s.add(o),o},"onAnchor"),setAnchors:l(()=>{for(let i of n){let o=r.get(i);if(typeof o=="object"&&o.anchor&&(Lu.isScalar(o.node)||Lu.isCollection(o.node)))o.node.anchor=o.anchor;else{let a=new Error("Failed to resolve repeated object (this should not happen)");throw a.source=i,a}}},"setAnchors"),sourceObjects:r}}l(Iy,"createNodeAnchors");cr.anchorIsValid=Qy;cr.anchorNames=zu;cr.createNodeAnchors=Iy;cr.findNewAnchor=Uu});var $o=N(Du=>{"use strict";function ur(t,e,n,r){if(r&&typeof r=="object")if(Array.isArray(r))for(let s=0,i=r.length;s<i;++s){let o=r[s],a=ur(t,r,String(s),o);a===void 0?delete r[s]:a!==o&&(r[s]=a)}else if(r instanceof Map)for(let s of Array.from(r.keys())){let i=r.get(s),o=ur(t,r,s,i);o===void 0?r.delete(s):o!==i&&r.set(s,o)}else if(r instanceof Set)for(let s of Array.from(r)){let i=ur(t,r,s,s);i===void 0?r.delete(s):i!==s&&(r.delete(s),r.add(i))}else for(let[s,i]of Object.entries(r)){let o=ur(t,r,s,i);o===void 0?delete r[s]:o!==i&&(r[s]=o)}return t.call(e,n,r)}l(ur,"applyReviver");Du.applyReviver=ur});var Nn=N(ju=>{"use strict";var Ly=G();function Wu(t,e,n){if(Array.isArray(t))return t.map((r,s)=>Wu(r,String(s),n));if(t&&typeof t.toJSON=="function"){if(!n||!Ly.hasAnchor(t))return t.toJSON(e,n);let r={aliasCount:0,count:1,res:void 0};n.anchors.set(t,r),n.onCreate=i=>{r.res=i,delete n.onCreate};let s=t.toJSON(e,n);return n.onCreate&&n.onCreate(s),s}return typeof t=="bigint"&&!n?.keep?Number(t):t}l(Wu,"toJS");ju.toJS=Wu});var Ps=N(Fu=>{"use strict";var zy=$o(),Bu=G(),Uy=Nn(),Vo=class{static{l(this,"NodeBase")}constructor(e){Object.defineProperty(this,Bu.NODE_TYPE,{value:e})}clone(){let e=Object.create(Object.getPrototypeOf(this),Object.getOwnPropertyDescriptors(this));return this.range&&(e.range=this.range.slice()),e}toJS(e,{mapAsMap:n,maxAliasCount:r,onAnchor:s,reviver:i}={}){if(!Bu.isDocument(e))throw new TypeError("A document argument is required");let o={anchors:new Map,doc:e,keep:!0,mapAsMap:n===!0,mapKeyWarned:!1,maxAliasCount:typeof r=="number"?r:100},a=Uy.toJS(this,"",o);if(typeof s=="function")for(let{count:c,res:u}of o.anchors.values())s(u,c);return typeof i=="function"?zy.applyReviver(i,{"":a},"",a):a}};Fu.NodeBase=Vo});var dr=N(Gu=>{"use strict";var Dy=_s(),Wy=ar(),qt=G(),jy=Ps(),By=Nn(),Mo=class extends jy.NodeBase{static{l(this,"Alias")}constructor(e){super(qt.ALIAS),this.source=e,Object.defineProperty(this,"tag",{set(){throw new Error("Alias nodes cannot have tags")}})}resolve(e,n){if(n?.maxAliasCount===0)throw new ReferenceError("Alias resolution is disabled");let r;n?.aliasResolveCache?r=n.aliasResolveCache:(r=[],Wy.visit(e,{Node:l((i,o)=>{(qt.isAlias(o)||qt.hasAnchor(o))&&r.push(o)},"Node")}),n&&(n.aliasResolveCache=r));let s;for(let i of r){if(i===this)break;i.anchor===this.source&&(s=i)}if(s&&n){let{anchors:i,doc:o,maxAliasCount:a}=n,c=i.get(s);if(c||(By.toJS(s,null,n),c=i.get(s)),c?.res===void 0){let u="This should not happen: Alias anchor was not resolved?";throw new ReferenceError(u)}if(a>=0&&(c.count+=1,c.aliasCount===0&&(c.aliasCount=Es(o,s,i)),c.count*c.aliasCount>a)){let u="Excessive alias count indicates a resource exhaustion attack";throw new ReferenceError(u)}}return s}toJSON(e,n){if(!n)return{source:this.source};let r=this.resolve(n.doc,n);if(!r){let s=`Unresolved alias (the anchor must be set before the alias): ${this.source}`;throw new ReferenceError(s)}return n.anchors.get(r).res}toString(e,n,r){let s=`*${this.source}`;if(e){if(Dy.anchorIsValid(this.source),e.options.verifyAliasOrder&&!e.anchors.has(this.source)){let i=`Unresolved alias (the anchor must be set before the alias): ${this.source}`;throw new Error(i)}if(e.implicitKey)return`${s} `}return s}};function Es(t,e,n){if(qt.isAlias(e)){let r=e.resolve(t),s=n&&r&&n.get(r);return s?s.count*s.aliasCount:0}else if(qt.isCollection(e)){let r=0;for(let s of e.items){let i=Es(t,s,n);i>r&&(r=i)}return r}else if(qt.isPair(e)){let r=Es(t,e.key,n),s=Es(t,e.value,n);return Math.max(r,s)}return 1}l(Es,"getAliasCount");Gu.Alias=Mo});var ce=N(Qo=>{"use strict";var Fy=G(),Gy=Ps(),Yy=Nn(),Xy=l(t=>!t||typeof t!="function"&&typeof t!="object","isScalarValue"),An=class extends Gy.NodeBase{static{l(this,"Scalar")}constructor(e){super(Fy.SCALAR),this.value=e}toJSON(e,n){return n?.keep?this.value:Yy.toJS(this.value,e,n)}toString(){return String(this.value)}};An.BLOCK_FOLDED="BLOCK_FOLDED";An.BLOCK_LITERAL="BLOCK_LITERAL";An.PLAIN="PLAIN";An.QUOTE_DOUBLE="QUOTE_DOUBLE";An.QUOTE_SINGLE="QUOTE_SINGLE";Qo.Scalar=An;Qo.isScalarValue=Xy});var pr=N(Xu=>{"use strict";var Ky=dr(),it=G(),Yu=ce(),Zy="tag:yaml.org,2002:";function Hy(t,e,n){if(e){let r=n.filter(i=>i.tag===e),s=r.find(i=>!i.format)??r[0];if(!s)throw new Error(`Tag ${e} not found`);return s}return n.find(r=>r.identify?.(t)&&!r.format)}l(Hy,"findTagObject");function Jy(t,e,n){if(it.isDocument(t)&&(t=t.contents),it.isNode(t))return t;if(it.isPair(t)){let d=n.schema[it.MAP].createNode?.(n.schema,null,n);return d.items.push(t),d}(t instanceof String||t instanceof Number||t instanceof Boolean||typeof BigInt<"u"&&t instanceof BigInt)&&(t=t.valueOf());let{aliasDuplicateObjects:r,onAnchor:s,onTagObj:i,schema:o,sourceObjects:a}=n,c;if(r&&t&&typeof t=="object"){if(c=a.get(t),c)return c.anchor??(c.anchor=s(t)),new Ky.Alias(c.anchor);c={anchor:null,node:null},a.set(t,c)}e?.startsWith("!!")&&(e=Zy+e.slice(2));let u=Hy(t,e,o.tags);if(!u){if(t&&typeof t.toJSON=="function"&&(t=t.toJSON()),!t||typeof t!="object"){let d=new Yu.Scalar(t);return c&&(c.node=d),d}u=t instanceof Map?o[it.MAP]:Symbol.iterator in Object(t)?o[it.SEQ]:o[it.MAP]}i&&(i(u),delete n.onTagObj);let m=u?.createNode?u.createNode(n.schema,t,n):typeof u?.nodeClass?.from=="function"?u.nodeClass.from(n.schema,t,n):new Yu.Scalar(t);return e?m.tag=e:u.default||(m.tag=u.tag),c&&(c.node=m),m}l(Jy,"createNode");Xu.createNode=Jy});var Cs=N(Rs=>{"use strict";var ew=pr(),tn=G(),nw=Ps();function Io(t,e,n){let r=n;for(let s=e.length-1;s>=0;--s){let i=e[s];if(typeof i=="number"&&Number.isInteger(i)&&i>=0){let o=[];o[i]=r,r=o}else r=new Map([[i,r]])}return ew.createNode(r,void 0,{aliasDuplicateObjects:!1,keepUndefined:!1,onAnchor:l(()=>{throw new Error("This should not happen, please report a bug.")},"onAnchor"),schema:t,sourceObjects:new Map})}l(Io,"collectionFromPath");var Ku=l(t=>t==null||typeof t=="object"&&!!t[Symbol.iterator]().next().done,"isEmptyPath"),Lo=class extends nw.NodeBase{static{l(this,"Collection")}constructor(e,n){super(e),Object.defineProperty(this,"schema",{value:n,configurable:!0,enumerable:!1,writable:!0})}clone(e){let n=Object.create(Object.getPrototypeOf(this),Object.getOwnPropertyDescriptors(this));return e&&(n.schema=e),n.items=n.items.map(r=>tn.isNode(r)||tn.isPair(r)?r.clone(e):r),this.range&&(n.range=this.range.slice()),n}addIn(e,n){if(Ku(e))this.add(n);else{let[r,...s]=e,i=this.get(r,!0);if(tn.isCollection(i))i.addIn(s,n);else if(i===void 0&&this.schema)this.set(r,Io(this.schema,s,n));else throw new Error(`Expected YAML collection at ${r}. Remaining path: ${s}`)}}deleteIn(e){let[n,...r]=e;if(r.length===0)return this.delete(n);let s=this.get(n,!0);if(tn.isCollection(s))return s.deleteIn(r);throw new Error(`Expected YAML collection at ${n}. Remaining path: ${r}`)}getIn(e,n){let[r,...s]=e,i=this.get(r,!0);return s.length===0?!n&&tn.isScalar(i)?i.value:i:tn.isCollection(i)?i.getIn(s,n):void 0}hasAllNullValues(e){return this.items.every(n=>{if(!tn.isPair(n))return!1;let r=n.value;return r==null||e&&tn.isScalar(r)&&r.value==null&&!r.commentBefore&&!r.comment&&!r.tag})}hasIn(e){let[n,...r]=e;if(r.length===0)return this.has(n);let s=this.get(n,!0);return tn.isCollection(s)?s.hasIn(r):!1}setIn(e,n){let[r,...s]=e;if(s.length===0)this.set(r,n);else{let i=this.get(r,!0);if(tn.isCollection(i))i.setIn(s,n);else if(i===void 0&&this.schema)this.set(r,Io(this.schema,s,n));else throw new Error(`Expected YAML collection at ${r}. Remaining path: ${s}`)}}};Rs.Collection=Lo;Rs.collectionFromPath=Io;Rs.isEmptyPath=Ku});var mr=N(qs=>{"use strict";var tw=l(t=>t.replace(/^(?!$)(?: $)?/gm,"#"),"stringifyComment");function zo(t,e){return/^\n+$/.test(t)?t.substring(1):e?t.replace(/^(?! *$)/gm,e):t}l(zo,"indentComment");var rw=l((t,e,n)=>t.endsWith(`
`)?zo(n,e):n.includes(`
`)?`
`+zo(n,e):(t.endsWith(" ")?"":" ")+n,"lineComment");qs.indentComment=zo;qs.lineComment=rw;qs.stringifyComment=tw});var Hu=N(fr=>{"use strict";var sw="flow",Uo="block",Ns="quoted";function iw(t,e,n="flow",{indentAtStart:r,lineWidth:s=80,minContentWidth:i=20,onFold:o,onOverflow:a}={}){if(!s||s<0)return t;s<i&&(i=0);let c=Math.max(1+i,1+s-e.length);if(t.length<=c)return t;let u=[],m={},d=s-e.length;typeof r=="number"&&(r>s-Math.max(2,i)?u.push(0):d=s-r);let p,h,y=!1,f=-1,g=-1,w=-1;n===Uo&&(f=Zu(t,f,e.length),f!==-1&&(d=f+c));for(let E;E=t[f+=1];){if(n===Ns&&E==="\\"){switch(g=f,t[f+1]){case"x":f+=3;break;case"u":f+=5;break;case"U":f+=9;break;default:f+=1}w=f}if(E===`
`)n===Uo&&(f=Zu(t,f,e.length)),d=f+e.length+c,p=void 0;else{if(E===" "&&h&&h!==" "&&h!==`
`&&h!=="	"){let q=t[f+1];q&&q!==" "&&q!==`
`&&q!=="	"&&(p=f)}if(f>=d)if(p)u.push(p),d=p+c,p=void 0;else if(n===Ns){for(;h===" "||h==="	";)h=E,E=t[f+=1],y=!0;let q=f>w+1?f-2:g-1;if(m[q])return t;u.push(q),m[q]=!0,d=q+c,p=void 0}else y=!0}h=E}if(y&&a&&a(),u.length===0)return t;o&&o();let O=t.slice(0,u[0]);for(let E=0;E<u.length;++E){let q=u[E],_=u[E+1]||t.length;q===0?O=`
${e}${t.slice(0,_)}`:(n===Ns&&m[q]&&(O+=`${t[q]}\\`),O+=`
${e}${t.slice(q+1,_)}`)}return O}l(iw,"foldFlowLines");function Zu(t,e,n){let r=e,s=e+1,i=t[s];for(;i===" "||i==="	";)if(e<s+n)i=t[++e];else{do i=t[++e];while(i&&i!==`
`);r=e,s=e+1,i=t[s]}return r}l(Zu,"consumeMoreIndentedLines");fr.FOLD_BLOCK=Uo;fr.FOLD_FLOW=sw;fr.FOLD_QUOTED=Ns;fr.foldFlowLines=iw});var gr=N(Ju=>{"use strict";var Fe=ce(),$n=Hu(),$s=l((t,e)=>({indentAtStart:e?t.indent.length:t.indentAtStart,lineWidth:t.options.lineWidth,minContentWidth:t.options.minContentWidth}),"getFoldOptions"),Vs=l(t=>/^(%|---|\.\.\.)/m.test(t),"containsDocumentMarker");function ow(t,e,n){if(!e||e<0)return!1;let r=e-n,s=t.length;if(s<=r)return!1;for(let i=0,o=0;i<s;++i)if(t[i]===`
`){if(i-o>r)return!0;if(o=i+1,s-o<=r)return!1}return!0}l(ow,"lineLengthOverLimit");function hr(t,e){let n=JSON.stringify(t);if(e.options.doubleQuotedAsJSON)return n;let{implicitKey:r}=e,s=e.options.doubleQuotedMinMultiLineLength,i=e.indent||(Vs(t)?"  ":""),o="",a=0;for(let c=0,u=n[c];u;u=n[++c])if(u===" "&&n[c+1]==="\\"&&n[c+2]==="n"&&(o+=n.slice(a,c)+"\\ ",c+=1,a=c,u="\\"),u==="\\")switch(n[c+1]){case"u":{o+=n.slice(a,c);let m=n.substr(c+2,4);switch(m){case"0000":o+="\\0";break;case"0007":o+="\\a";break;case"000b":o+="\\v";break;case"001b":o+="\\e";break;case"0085":o+="\\N";break;case"00a0":o+="\\_";break;case"2028":o+="\\L";break;case"2029":o+="\\P";break;default:m.substr(0,2)==="00"?o+="\\x"+m.substr(2):o+=n.substr(c,6)}c+=5,a=c+1}break;case"n":if(r||n[c+2]==='"'||n.length<s)c+=1;else{for(o+=n.slice(a,c)+`

`;n[c+2]==="\\"&&n[c+3]==="n"&&n[c+4]!=='"';)o+=`
`,c+=2;o+=i,n[c+2]===" "&&(o+="\\"),c+=1,a=c+1}break;default:c+=1}return o=a?o+n.slice(a):n,r?o:$n.foldFlowLines(o,i,$n.FOLD_QUOTED,$s(e,!1))}l(hr,"doubleQuotedString");function Do(t,e){if(e.options.singleQuote===!1||e.implicitKey&&t.includes(`
`)||/[ \t]\n|\n[ \t]/.test(t))return hr(t,e);let n=e.indent||(Vs(t)?"  ":""),r="'"+t.replace(/'/g,"''").replace(/\n+/g,`$&
${n}`)+"'";return e.implicitKey?r:$n.foldFlowLines(r,n,$n.FOLD_FLOW,$s(e,!1))}l(Do,"singleQuotedString");function Nt(t,e){let{singleQuote:n}=e.options,r;if(n===!1)r=hr;else{let s=t.includes('"'),i=t.includes("'");s&&!i?r=Do:i&&!s?r=hr:r=n?Do:hr}return r(t,e)}l(Nt,"quotedString");var Wo;try{Wo=new RegExp(`(^|(?<!
))
+(?!
|$)`,"g")}catch{Wo=/\n+(?!\n|$)/g}function As({comment:t,type:e,value:n},r,s,i){let{blockQuote:o,commentString:a,lineWidth:c}=r.options;if(!o||/\n[\t ]+$/.test(n))return Nt(n,r);let u=r.indent||(r.forceBlockIndent||Vs(n)?"  ":""),m=o==="literal"?!0:o==="folded"||e===Fe.Scalar.BLOCK_FOLDED?!1:e===Fe.Scalar.BLOCK_LITERAL?!0:!ow(n,c,u.length);if(!n)return m?`|
`:`>
`;let d,p;for(p=n.length;p>0;--p){let _=n[p-1];if(_!==`
`&&_!=="	"&&_!==" ")break}let h=n.substring(p),y=h.indexOf(`
`);y===-1?d="-":n===h||y!==h.length-1?(d="+",i&&i()):d="",h&&(n=n.slice(0,-h.length),h[h.length-1]===`
`&&(h=h.slice(0,-1)),h=h.replace(Wo,`$&${u}`));let f=!1,g,w=-1;for(g=0;g<n.length;++g){let _=n[g];if(_===" ")f=!0;else if(_===`
`)w=g;else break}let O=n.substring(0,w<g?w+1:g);O&&(n=n.substring(O.length),O=O.replace(/\n+/g,`$&${u}`));let q=(f?u?"2":"1":"")+d;if(t&&(q+=" "+a(t.replace(/ ?[\r\n]+/g," ")),s&&s()),!m){let _=n.replace(/\n+/g,`
$&`).replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g,"$1$2").replace(/\n+/g,`$&${u}`),A=!1,T=$s(r,!0);o!=="folded"&&e!==Fe.Scalar.BLOCK_FOLDED&&(T.onOverflow=()=>{A=!0});let S=$n.foldFlowLines(`${O}${_}${h}`,u,$n.FOLD_BLOCK,T);if(!A)return`>${q}
${u}${S}`}return n=n.replace(/\n+/g,`$&${u}`),`|${q}
${u}${O}${n}${h}`}l(As,"blockString");function aw(t,e,n,r){let{type:s,value:i}=t,{actualString:o,implicitKey:a,indent:c,indentStep:u,inFlow:m}=e;if(a&&i.includes(`
`)||m&&/[[\]{},]/.test(i))return Nt(i,e);if(/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(i))return a||m||!i.includes(`
`)?Nt(i,e):As(t,e,n,r);if(!a&&!m&&s!==Fe.Scalar.PLAIN&&i.includes(`
`))return As(t,e,n,r);if(Vs(i)){if(c==="")return e.forceBlockIndent=!0,As(t,e,n,r);if(a&&c===u)return Nt(i,e)}let d=i.replace(/\n+/g,`$&
${c}`);if(o){let p=l(f=>f.default&&f.tag!=="tag:yaml.org,2002:str"&&f.test?.test(d),"test"),{compat:h,tags:y}=e.doc.schema;if(y.some(p)||h?.some(p))return Nt(i,e)}return a?d:$n.foldFlowLines(d,c,$n.FOLD_FLOW,$s(e,!1))}l(aw,"plainString");function lw(t,e,n,r){let{implicitKey:s,inFlow:i}=e,o=typeof t.value=="string"?t:Object.assign({},t,{value:String(t.value)}),{type:a}=t;a!==Fe.Scalar.QUOTE_DOUBLE&&/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(o.value)&&(a=Fe.Scalar.QUOTE_DOUBLE);let c=l(m=>{switch(m){case Fe.Scalar.BLOCK_FOLDED:case Fe.Scalar.BLOCK_LITERAL:return s||i?Nt(o.value,e):As(o,e,n,r);case Fe.Scalar.QUOTE_DOUBLE:return hr(o.value,e);case Fe.Scalar.QUOTE_SINGLE:return Do(o.value,e);case Fe.Scalar.PLAIN:return aw(o,e,n,r);default:return null}},"_stringify"),u=c(a);if(u===null){let{defaultKeyType:m,defaultStringType:d}=e.options,p=s&&m||d;if(u=c(p),u===null)throw new Error(`Unsupported default string type ${p}`)}return u}l(lw,"stringifyString");Ju.stringifyString=lw});var yr=N(jo=>{"use strict";var cw=_s(),Vn=G(),uw=mr(),dw=gr();function pw(t,e){let n=Object.assign({blockQuote:!0,commentString:uw.stringifyComment,defaultKeyType:null,defaultStringType:"PLAIN",directives:null,doubleQuotedAsJSON:!1,doubleQuotedMinMultiLineLength:40,falseStr:"false",flowCollectionPadding:!0,indentSeq:!0,lineWidth:80,minContentWidth:20,nullStr:"null",simpleKeys:!1,singleQuote:null,trailingComma:!1,trueStr:"true",verifyAliasOrder:!0},t.schema.toStringOptions,e),r;switch(n.collectionStyle){case"block":r=!1;break;case"flow":r=!0;break;default:r=null}return{anchors:new Set,doc:t,flowCollectionPadding:n.flowCollectionPadding?" ":"",indent:"",indentStep:typeof n.indent=="number"?" ".repeat(n.indent):"  ",inFlow:r,options:n}}l(pw,"createStringifyContext");function mw(t,e){if(e.tag){let s=t.filter(i=>i.tag===e.tag);if(s.length>0)return s.find(i=>i.format===e.format)??s[0]}let n,r;if(Vn.isScalar(e)){r=e.value;let s=t.filter(i=>i.identify?.(r));if(s.length>1){let i=s.filter(o=>o.test);i.length>0&&(s=i)}n=s.find(i=>i.format===e.format)??s.find(i=>!i.format)}else r=e,n=t.find(s=>s.nodeClass&&r instanceof s.nodeClass);if(!n){let s=r?.constructor?.name??(r===null?"null":typeof r);throw new Error(`Tag not resolved for ${s} value`)}return n}l(mw,"getTagObject");function fw(t,e,{anchors:n,doc:r}){if(!r.directives)return"";let s=[],i=(Vn.isScalar(t)||Vn.isCollection(t))&&t.anchor;i&&cw.anchorIsValid(i)&&(n.add(i),s.push(`&${i}`));let o=t.tag??(e.default?null:e.tag);return o&&s.push(r.directives.tagString(o)),s.join(" ")}l(fw,"stringifyProps");function hw(t,e,n,r){if(Vn.isPair(t))return t.toString(e,n,r);if(Vn.isAlias(t)){if(e.doc.directives)return t.toString(e);if(e.resolvedAliases?.has(t))throw new TypeError("Cannot stringify circular structure without alias nodes");e.resolvedAliases?e.resolvedAliases.add(t):e.resolvedAliases=new Set([t]),t=t.resolve(e.doc)}let s,i=Vn.isNode(t)?t:e.doc.createNode(t,{onTagObj:l(c=>s=c,"onTagObj")});s??(s=mw(e.doc.schema.tags,i));let o=fw(i,s,e);o.length>0&&(e.indentAtStart=(e.indentAtStart??0)+o.length+1);let a=typeof s.stringify=="function"?s.stringify(i,e,n,r):Vn.isScalar(i)?dw.stringifyString(i,e,n,r):i.toString(e,n,r);return o?Vn.isScalar(i)||a[0]==="{"||a[0]==="["?`${o} ${a}`:`${o}
${e.indent}${a}`:a}l(hw,"stringify");jo.createStringifyContext=pw;jo.stringify=hw});var rd=N(td=>{"use strict";var kn=G(),ed=ce(),nd=yr(),wr=mr();function gw({key:t,value:e},n,r,s){let{allNullValues:i,doc:o,indent:a,indentStep:c,options:{commentString:u,indentSeq:m,simpleKeys:d}}=n,p=kn.isNode(t)&&t.comment||null;if(d){if(p)throw new Error("With simple keys, key nodes cannot have comments");if(kn.isCollection(t)||!kn.isNode(t)&&typeof t=="object"){let T="With simple keys, collection cannot be used as a key value";throw new Error(T)}}let h=!d&&(!t||p&&e==null&&!n.inFlow||kn.isCollection(t)||(kn.isScalar(t)?t.type===ed.Scalar.BLOCK_FOLDED||t.type===ed.Scalar.BLOCK_LITERAL:typeof t=="object"));n=Object.assign({},n,{allNullValues:!1,implicitKey:!h&&(d||!i),indent:a+c});let y=!1,f=!1,g=nd.stringify(t,n,()=>y=!0,()=>f=!0);if(!h&&!n.inFlow&&g.length>1024){if(d)throw new Error("With simple keys, single line scalar must not span more than 1024 characters");h=!0}if(n.inFlow){if(i||e==null)return y&&r&&r(),g===""?"?":h?`? ${g}`:g}else if(i&&!d||e==null&&h)return g=`? ${g}`,p&&!y?g+=wr.lineComment(g,n.indent,u(p)):f&&s&&s(),g;y&&(p=null),h?(p&&(g+=wr.lineComment(g,n.indent,u(p))),g=`? ${g}
${a}:`):(g=`${g}:`,p&&(g+=wr.lineComment(g,n.indent,u(p))));let w,O,E;kn.isNode(e)?(w=!!e.spaceBefore,O=e.commentBefore,E=e.comment):(w=!1,O=null,E=null,e&&typeof e=="object"&&(e=o.createNode(e))),n.implicitKey=!1,!h&&!p&&kn.isScalar(e)&&(n.indentAtStart=g.length+1),f=!1,!m&&c.length>=2&&!n.inFlow&&!h&&kn.isSeq(e)&&!e.flow&&!e.tag&&!e.anchor&&(n.indent=n.indent.substring(2));let q=!1,_=nd.stringify(e,n,()=>q=!0,()=>f=!0),A=" ";if(p||w||O){if(A=w?`
`:"",O){let T=u(O);A+=`
${wr.indentComment(T,n.indent)}`}_===""&&!n.inFlow?A===`
`&&E&&(A=`

`):A+=`
${n.indent}`}else if(!h&&kn.isCollection(e)){let T=_[0],S=_.indexOf(`
`),I=S!==-1,F=n.inFlow??e.flow??e.items.length===0;if(I||!F){let W=!1;if(I&&(T==="&"||T==="!")){let V=_.indexOf(" ");T==="&"&&V!==-1&&V<S&&_[V+1]==="!"&&(V=_.indexOf(" ",V+1)),(V===-1||S<V)&&(W=!0)}W||(A=`
${n.indent}`)}}else(_===""||_[0]===`
`)&&(A="");return g+=A+_,n.inFlow?q&&r&&r():E&&!q?g+=wr.lineComment(g,n.indent,u(E)):f&&s&&s(),g}l(gw,"stringifyPair");td.stringifyPair=gw});var Fo=N(Bo=>{"use strict";var sd=es("process");function yw(t,...e){t==="debug"&&console.log(...e)}l(yw,"debug");function ww(t,e){(t==="debug"||t==="warn")&&(typeof sd.emitWarning=="function"?sd.emitWarning(e):console.warn(e))}l(ww,"warn");Bo.debug=yw;Bo.warn=ww});var zs=N(Ls=>{"use strict";var Is=G(),id=ce(),Ms="<<",Qs={identify:l(t=>t===Ms||typeof t=="symbol"&&t.description===Ms,"identify"),default:"key",tag:"tag:yaml.org,2002:merge",test:/^<<$/,resolve:l(()=>Object.assign(new id.Scalar(Symbol(Ms)),{addToJSMap:od}),"resolve"),stringify:l(()=>Ms,"stringify")},kw=l((t,e)=>(Qs.identify(e)||Is.isScalar(e)&&(!e.type||e.type===id.Scalar.PLAIN)&&Qs.identify(e.value))&&t?.doc.schema.tags.some(n=>n.tag===Qs.tag&&n.default),"isMergeKey");function od(t,e,n){let r=ad(t,n);if(Is.isSeq(r))for(let s of r.items)Go(t,e,s);else if(Array.isArray(r))for(let s of r)Go(t,e,s);else Go(t,e,r)}l(od,"addMergeToJSMap");function Go(t,e,n){let r=ad(t,n);if(!Is.isMap(r))throw new Error("Merge sources must be maps or map aliases");let s=r.toJSON(null,t,Map);for(let[i,o]of s)e instanceof Map?e.has(i)||e.set(i,o):e instanceof Set?e.add(i):Object.prototype.hasOwnProperty.call(e,i)||Object.defineProperty(e,i,{value:o,writable:!0,enumerable:!0,configurable:!0});return e}l(Go,"mergeValue");function ad(t,e){return t&&Is.isAlias(e)?e.resolve(t.doc,t):e}l(ad,"resolveAliasValue");Ls.addMergeToJSMap=od;Ls.isMergeKey=kw;Ls.merge=Qs});var Xo=N(ud=>{"use strict";var bw=Fo(),ld=zs(),vw=yr(),cd=G(),Yo=Nn();function Ow(t,e,{key:n,value:r}){if(cd.isNode(n)&&n.addToJSMap)n.addToJSMap(t,e,r);else if(ld.isMergeKey(t,n))ld.addMergeToJSMap(t,e,r);else{let s=Yo.toJS(n,"",t);if(e instanceof Map)e.set(s,Yo.toJS(r,s,t));else if(e instanceof Set)e.add(s);else{let i=xw(n,s,t),o=Yo.toJS(r,i,t);i in e?Object.defineProperty(e,i,{value:o,writable:!0,enumerable:!0,configurable:!0}):e[i]=o}}return e}l(Ow,"addPairToJSMap");function xw(t,e,n){if(e===null)return"";if(typeof e!="object")return String(e);if(cd.isNode(t)&&n?.doc){let r=vw.createStringifyContext(n.doc,{});r.anchors=new Set;for(let i of n.anchors.keys())r.anchors.add(i.anchor);r.inFlow=!0,r.inStringifyKey=!0;let s=t.toString(r);if(!n.mapKeyWarned){let i=JSON.stringify(s);i.length>40&&(i=i.substring(0,36)+'..."'),bw.warn(n.doc.options.logLevel,`Keys with collection values will be stringified due to JS Object restrictions: ${i}. Set mapAsMap: true to use object keys.`),n.mapKeyWarned=!0}return s}return JSON.stringify(e)}l(xw,"stringifyKey");ud.addPairToJSMap=Ow});var Mn=N(Ko=>{"use strict";var dd=pr(),Sw=rd(),Tw=Xo(),Us=G();function _w(t,e,n){let r=dd.createNode(t,void 0,n),s=dd.createNode(e,void 0,n);return new Ds(r,s)}l(_w,"createPair");var Ds=class t{static{l(this,"Pair")}constructor(e,n=null){Object.defineProperty(this,Us.NODE_TYPE,{value:Us.PAIR}),this.key=e,this.value=n}clone(e){let{key:n,value:r}=this;return Us.isNode(n)&&(n=n.clone(e)),Us.isNode(r)&&(r=r.clone(e)),new t(n,r)}toJSON(e,n){let r=n?.mapAsMap?new Map:{};return Tw.addPairToJSMap(n,r,this)}toString(e,n,r){return e?.doc?Sw.stringifyPair(this,e,n,r):JSON.stringify(this)}};Ko.Pair=Ds;Ko.createPair=_w});var Zo=N(md=>{"use strict";var ot=G(),pd=yr(),Ws=mr();function Pw(t,e,n){return(e.inFlow??t.flow?Rw:Ew)(t,e,n)}l(Pw,"stringifyCollection");function Ew({comment:t,items:e},n,{blockItemPrefix:r,flowChars:s,itemIndent:i,onChompKeep:o,onComment:a}){let{indent:c,options:{commentString:u}}=n,m=Object.assign({},n,{indent:i,type:null}),d=!1,p=[];for(let y=0;y<e.length;++y){let f=e[y],g=null;if(ot.isNode(f))!d&&f.spaceBefore&&p.push(""),js(n,p,f.commentBefore,d),f.comment&&(g=f.comment);else if(ot.isPair(f)){let O=ot.isNode(f.key)?f.key:null;O&&(!d&&O.spaceBefore&&p.push(""),js(n,p,O.commentBefore,d))}d=!1;let w=pd.stringify(f,m,()=>g=null,()=>d=!0);g&&(w+=Ws.lineComment(w,i,u(g))),d&&g&&(d=!1),p.push(r+w)}let h;if(p.length===0)h=s.start+s.end;else{h=p[0];for(let y=1;y<p.length;++y){let f=p[y];h+=f?`
${c}${f}`:`
`}}return t?(h+=`
`+Ws.indentComment(u(t),c),a&&a()):d&&o&&o(),h}l(Ew,"stringifyBlockCollection");function Rw({items:t},e,{flowChars:n,itemIndent:r}){let{indent:s,indentStep:i,flowCollectionPadding:o,options:{commentString:a}}=e;r+=i;let c=Object.assign({},e,{indent:r,inFlow:!0,type:null}),u=!1,m=0,d=[];for(let y=0;y<t.length;++y){let f=t[y],g=null;if(ot.isNode(f))f.spaceBefore&&d.push(""),js(e,d,f.commentBefore,!1),f.comment&&(g=f.comment);else if(ot.isPair(f)){let O=ot.isNode(f.key)?f.key:null;O&&(O.spaceBefore&&d.push(""),js(e,d,O.commentBefore,!1),O.comment&&(u=!0));let E=ot.isNode(f.value)?f.value:null;E?(E.comment&&(g=E.comment),E.commentBefore&&(u=!0)):f.value==null&&O?.comment&&(g=O.comment)}g&&(u=!0);let w=pd.stringify(f,c,()=>g=null);u||(u=d.length>m||w.includes(`
`)),y<t.length-1?w+=",":e.options.trailingComma&&(e.options.lineWidth>0&&(u||(u=d.reduce((O,E)=>O+E.length+2,2)+(w.length+2)>e.options.lineWidth)),u&&(w+=",")),g&&(w+=Ws.lineComment(w,r,a(g))),d.push(w),m=d.length}let{start:p,end:h}=n;if(d.length===0)return p+h;if(!u){let y=d.reduce((f,g)=>f+g.length+2,2);u=e.options.lineWidth>0&&y>e.options.lineWidth}if(u){let y=p;for(let f of d)y+=f?`
${i}${s}${f}`:`
`;return`${y}
${s}${h}`}else return`${p}${o}${d.join(" ")}${o}${h}`}l(Rw,"stringifyFlowCollection");function js({indent:t,options:{commentString:e}},n,r,s){if(r&&s&&(r=r.replace(/^\n+/,"")),r){let i=Ws.indentComment(e(r),t);n.push(i.trimStart())}}l(js,"addCommentBefore");md.stringifyCollection=Pw});var In=N(Jo=>{"use strict";var Cw=Zo(),qw=Xo(),Nw=Cs(),Qn=G(),Bs=Mn(),Aw=ce();function kr(t,e){let n=Qn.isScalar(e)?e.value:e;for(let r of t)if(Qn.isPair(r)&&(r.key===e||r.key===n||Qn.isScalar(r.key)&&r.key.value===n))return r}l(kr,"findPair");var Ho=class extends Nw.Collection{static{l(this,"YAMLMap")}static get tagName(){return"tag:yaml.org,2002:map"}constructor(e){super(Qn.MAP,e),this.items=[]}static from(e,n,r){let{keepUndefined:s,replacer:i}=r,o=new this(e),a=l((c,u)=>{if(typeof i=="function")u=i.call(n,c,u);else if(Array.isArray(i)&&!i.includes(c))return;(u!==void 0||s)&&o.items.push(Bs.createPair(c,u,r))},"add");if(n instanceof Map)for(let[c,u]of n)a(c,u);else if(n&&typeof n=="object")for(let c of Object.keys(n))a(c,n[c]);return typeof e.sortMapEntries=="function"&&o.items.sort(e.sortMapEntries),o}add(e,n){let r;Qn.isPair(e)?r=e:!e||typeof e!="object"||!("key"in e)?r=new Bs.Pair(e,e?.value):r=new Bs.Pair(e.key,e.value);let s=kr(this.items,r.key),i=this.schema?.sortMapEntries;if(s){if(!n)throw new Error(`Key ${r.key} already set`);Qn.isScalar(s.value)&&Aw.isScalarValue(r.value)?s.value.value=r.value:s.value=r.value}else if(i){let o=this.items.findIndex(a=>i(r,a)<0);o===-1?this.items.push(r):this.items.splice(o,0,r)}else this.items.push(r)}delete(e){let n=kr(this.items,e);return n?this.items.splice(this.items.indexOf(n),1).length>0:!1}get(e,n){let s=kr(this.items,e)?.value;return(!n&&Qn.isScalar(s)?s.value:s)??void 0}has(e){return!!kr(this.items,e)}set(e,n){this.add(new Bs.Pair(e,n),!0)}toJSON(e,n,r){let s=r?new r:n?.mapAsMap?new Map:{};n?.onCreate&&n.onCreate(s);for(let i of this.items)qw.addPairToJSMap(n,s,i);return s}toString(e,n,r){if(!e)return JSON.stringify(this);for(let s of this.items)if(!Qn.isPair(s))throw new Error(`Map items must all be pairs; found ${JSON.stringify(s)} instead`);return!e.allNullValues&&this.hasAllNullValues(!1)&&(e=Object.assign({},e,{allNullValues:!0})),Cw.stringifyCollection(this,e,{blockItemPrefix:"",flowChars:{start:"{",end:"}"},itemIndent:e.indent||"",onChompKeep:r,onComment:n})}};Jo.YAMLMap=Ho;Jo.findPair=kr});var At=N(hd=>{"use strict";var $w=G(),fd=In(),Vw={collection:"map",default:!0,nodeClass:fd.YAMLMap,tag:"tag:yaml.org,2002:map",resolve(t,e){return $w.isMap(t)||e("Expected a mapping for this tag"),t},createNode:l((t,e,n)=>fd.YAMLMap.from(t,e,n),"createNode")};hd.map=Vw});var Ln=N(gd=>{"use strict";var Mw=pr(),Qw=Zo(),Iw=Cs(),Gs=G(),Lw=ce(),zw=Nn(),ea=class extends Iw.Collection{static{l(this,"YAMLSeq")}static get tagName(){return"tag:yaml.org,2002:seq"}constructor(e){super(Gs.SEQ,e),this.items=[]}add(e){this.items.push(e)}delete(e){let n=Fs(e);return typeof n!="number"?!1:this.items.splice(n,1).length>0}get(e,n){let r=Fs(e);if(typeof r!="number")return;let s=this.items[r];return!n&&Gs.isScalar(s)?s.value:s}has(e){let n=Fs(e);return typeof n=="number"&&n<this.items.length}set(e,n){let r=Fs(e);if(typeof r!="number")throw new Error(`Expected a valid index, not ${e}.`);let s=this.items[r];Gs.isScalar(s)&&Lw.isScalarValue(n)?s.value=n:this.items[r]=n}toJSON(e,n){let r=[];n?.onCreate&&n.onCreate(r);let s=0;for(let i of this.items)r.push(zw.toJS(i,String(s++),n));return r}toString(e,n,r){return e?Qw.stringifyCollection(this,e,{blockItemPrefix:"- ",flowChars:{start:"[",end:"]"},itemIndent:(e.indent||"")+"  ",onChompKeep:r,onComment:n}):JSON.stringify(this)}static from(e,n,r){let{replacer:s}=r,i=new this(e);if(n&&Symbol.iterator in Object(n)){let o=0;for(let a of n){if(typeof s=="function"){let c=n instanceof Set?a:String(o++);a=s.call(n,c,a)}i.items.push(Mw.createNode(a,void 0,r))}}return i}};function Fs(t){let e=Gs.isScalar(t)?t.value:t;return e&&typeof e=="string"&&(e=Number(e)),typeof e=="number"&&Number.isInteger(e)&&e>=0?e:null}l(Fs,"asItemIndex");gd.YAMLSeq=ea});var $t=N(wd=>{"use strict";var Uw=G(),yd=Ln(),Dw={collection:"seq",default:!0,nodeClass:yd.YAMLSeq,tag:"tag:yaml.org,2002:seq",resolve(t,e){return Uw.isSeq(t)||e("Expected a sequence for this tag"),t},createNode:l((t,e,n)=>yd.YAMLSeq.from(t,e,n),"createNode")};wd.seq=Dw});var br=N(kd=>{"use strict";var Ww=gr(),jw={identify:l(t=>typeof t=="string","identify"),default:!0,tag:"tag:yaml.org,2002:str",resolve:l(t=>t,"resolve"),stringify(t,e,n,r){return e=Object.assign({actualString:!0},e),Ww.stringifyString(t,e,n,r)}};kd.string=jw});var Ys=N(Od=>{"use strict";var bd=ce(),vd={identify:l(t=>t==null,"identify"),createNode:l(()=>new bd.Scalar(null),"createNode"),default:!0,tag:"tag:yaml.org,2002:null",test:/^(?:~|[Nn]ull|NULL)?$/,resolve:l(()=>new bd.Scalar(null),"resolve"),stringify:l(({source:t},e)=>typeof t=="string"&&vd.test.test(t)?t:e.options.nullStr,"stringify")};Od.nullTag=vd});var na=N(Sd=>{"use strict";var Bw=ce(),xd={identify:l(t=>typeof t=="boolean","identify"),default:!0,tag:"tag:yaml.org,2002:bool",test:/^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,resolve:l(t=>new Bw.Scalar(t[0]==="t"||t[0]==="T"),"resolve"),stringify({source:t,value:e},n){if(t&&xd.test.test(t)){let r=t[0]==="t"||t[0]==="T";if(e===r)return t}return e?n.options.trueStr:n.options.falseStr}};Sd.boolTag=xd});var Vt=N(Td=>{"use strict";function Fw({format:t,minFractionDigits:e,tag:n,value:r}){if(typeof r=="bigint")return String(r);let s=typeof r=="number"?r:Number(r);if(!isFinite(s))return isNaN(s)?".nan":s<0?"-.inf":".inf";let i=Object.is(r,-0)?"-0":JSON.stringify(r);if(!t&&e&&(!n||n==="tag:yaml.org,2002:float")&&/^-?\d/.test(i)&&!i.includes("e")){let o=i.indexOf(".");o<0&&(o=i.length,i+=".");let a=e-(i.length-o-1);for(;a-- >0;)i+="0"}return i}l(Fw,"stringifyNumber");Td.stringifyNumber=Fw});var ra=N(Xs=>{"use strict";var Gw=ce(),ta=Vt(),Yw={identify:l(t=>typeof t=="number","identify"),default:!0,tag:"tag:yaml.org,2002:float",test:/^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,resolve:l(t=>t.slice(-3).toLowerCase()==="nan"?NaN:t[0]==="-"?Number.NEGATIVE_INFINITY:Number.POSITIVE_INFINITY,"resolve"),stringify:ta.stringifyNumber},Xw={identify:l(t=>typeof t=="number","identify"),default:!0,tag:"tag:yaml.org,2002:float",format:"EXP",test:/^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,resolve:l(t=>parseFloat(t),"resolve"),stringify(t){let e=Number(t.value);return isFinite(e)?e.toExponential():ta.stringifyNumber(t)}},Kw={identify:l(t=>typeof t=="number","identify"),default:!0,tag:"tag:yaml.org,2002:float",test:/^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,resolve(t){let e=new Gw.Scalar(parseFloat(t)),n=t.indexOf(".");return n!==-1&&t[t.length-1]==="0"&&(e.minFractionDigits=t.length-n-1),e},stringify:ta.stringifyNumber};Xs.float=Kw;Xs.floatExp=Xw;Xs.floatNaN=Yw});var ia=N(Zs=>{"use strict";var _d=Vt(),Ks=l(t=>typeof t=="bigint"||Number.isInteger(t),"intIdentify"),sa=l((t,e,n,{intAsBigInt:r})=>r?BigInt(t):parseInt(t.substring(e),n),"intResolve");function Pd(t,e,n){let{value:r}=t;return Ks(r)&&r>=0?n+r.toString(e):_d.stringifyNumber(t)}l(Pd,"intStringify");var Zw={identify:l(t=>Ks(t)&&t>=0,"identify"),default:!0,tag:"tag:yaml.org,2002:int",format:"OCT",test:/^0o[0-7]+$/,resolve:l((t,e,n)=>sa(t,2,8,n),"resolve"),stringify:l(t=>Pd(t,8,"0o"),"stringify")},Hw={identify:Ks,default:!0,tag:"tag:yaml.org,2002:int",test:/^[-+]?[0-9]+$/,resolve:l((t,e,n)=>sa(t,0,10,n),"resolve"),stringify:_d.stringifyNumber},Jw={identify:l(t=>Ks(t)&&t>=0,"identify"),default:!0,tag:"tag:yaml.org,2002:int",format:"HEX",test:/^0x[0-9a-fA-F]+$/,resolve:l((t,e,n)=>sa(t,2,16,n),"resolve"),stringify:l(t=>Pd(t,16,"0x"),"stringify")};Zs.int=Hw;Zs.intHex=Jw;Zs.intOct=Zw});var Rd=N(Ed=>{"use strict";var ek=At(),nk=Ys(),tk=$t(),rk=br(),sk=na(),oa=ra(),aa=ia(),ik=[ek.map,tk.seq,rk.string,nk.nullTag,sk.boolTag,aa.intOct,aa.int,aa.intHex,oa.floatNaN,oa.floatExp,oa.float];Ed.schema=ik});var Nd=N(qd=>{"use strict";var ok=ce(),ak=At(),lk=$t();function Cd(t){return typeof t=="bigint"||Number.isInteger(t)}l(Cd,"intIdentify");var Hs=l(({value:t})=>JSON.stringify(t),"stringifyJSON"),ck=[{identify:l(t=>typeof t=="string","identify"),default:!0,tag:"tag:yaml.org,2002:str",resolve:l(t=>t,"resolve"),stringify:Hs},{identify:l(t=>t==null,"identify"),createNode:l(()=>new ok.Scalar(null),"createNode"),default:!0,tag:"tag:yaml.org,2002:null",test:/^null$/,resolve:l(()=>null,"resolve"),stringify:Hs},{identify:l(t=>typeof t=="boolean","identify"),default:!0,tag:"tag:yaml.org,2002:bool",test:/^true$|^false$/,resolve:l(t=>t==="true","resolve"),stringify:Hs},{identify:Cd,default:!0,tag:"tag:yaml.org,2002:int",test:/^-?(?:0|[1-9][0-9]*)$/,resolve:l((t,e,{intAsBigInt:n})=>n?BigInt(t):parseInt(t,10),"resolve"),stringify:l(({value:t})=>Cd(t)?t.toString():JSON.stringify(t),"stringify")},{identify:l(t=>typeof t=="number","identify"),default:!0,tag:"tag:yaml.org,2002:float",test:/^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,resolve:l(t=>parseFloat(t),"resolve"),stringify:Hs}],uk={default:!0,tag:"",test:/^/,resolve(t,e){return e(`Unresolved plain scalar ${JSON.stringify(t)}`),t}},dk=[ak.map,lk.seq].concat(ck,uk);qd.schema=dk});var ca=N(Ad=>{"use strict";var vr=es("buffer"),la=ce(),pk=gr(),mk={identify:l(t=>t instanceof Uint8Array,"identify"),default:!1,tag:"tag:yaml.org,2002:binary",resolve(t,e){if(typeof vr.Buffer=="function")return vr.Buffer.from(t,"base64");if(typeof atob=="function"){let n=atob(t.replace(/[\n\r]/g,"")),r=new Uint8Array(n.length);for(let s=0;s<n.length;++s)r[s]=n.charCodeAt(s);return r}else return e("This environment does not support reading binary tags; either Buffer or atob is required"),t},stringify({comment:t,type:e,value:n},r,s,i){if(!n)return"";let o=n,a;if(typeof vr.Buffer=="function")a=o instanceof vr.Buffer?o.toString("base64"):vr.Buffer.from(o.buffer).toString("base64");else if(typeof btoa=="function"){let c="";for(let u=0;u<o.length;++u)c+=String.fromCharCode(o[u]);a=btoa(c)}else throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");if(e??(e=la.Scalar.BLOCK_LITERAL),e!==la.Scalar.QUOTE_DOUBLE){let c=Math.max(r.options.lineWidth-r.indent.length,r.options.minContentWidth),u=Math.ceil(a.length/c),m=new Array(u);for(let d=0,p=0;d<u;++d,p+=c)m[d]=a.substr(p,c);a=m.join(e===la.Scalar.BLOCK_LITERAL?`
`:" ")}return pk.stringifyString({comment:t,type:e,value:a},r,s,i)}};Ad.binary=mk});var ni=N(ei=>{"use strict";var Js=G(),ua=Mn(),fk=ce(),hk=Ln();function $d(t,e){if(Js.isSeq(t))for(let n=0;n<t.items.length;++n){let r=t.items[n];if(!Js.isPair(r)){if(Js.isMap(r)){r.items.length>1&&e("Each pair must have its own sequence indicator");let s=r.items[0]||new ua.Pair(new fk.Scalar(null));if(r.commentBefore&&(s.key.commentBefore=s.key.commentBefore?`${r.commentBefore}
${s.key.commentBefore}`:r.commentBefore),r.comment){let i=s.value??s.key;i.comment=i.comment?`${r.comment}
${i.comment}`:r.comment}r=s}t.items[n]=Js.isPair(r)?r:new ua.Pair(r)}}else e("Expected a sequence for this tag");return t}l($d,"resolvePairs");function Vd(t,e,n){let{replacer:r}=n,s=new hk.YAMLSeq(t);s.tag="tag:yaml.org,2002:pairs";let i=0;if(e&&Symbol.iterator in Object(e))for(let o of e){typeof r=="function"&&(o=r.call(e,String(i++),o));let a,c;if(Array.isArray(o))if(o.length===2)a=o[0],c=o[1];else throw new TypeError(`Expected [key, value] tuple: ${o}`);else if(o&&o instanceof Object){let u=Object.keys(o);if(u.length===1)a=u[0],c=o[a];else throw new TypeError(`Expected tuple with one key, not ${u.length} keys`)}else a=o;s.items.push(ua.createPair(a,c,n))}return s}l(Vd,"createPairs");var gk={collection:"seq",default:!1,tag:"tag:yaml.org,2002:pairs",resolve:$d,createNode:Vd};ei.createPairs=Vd;ei.pairs=gk;ei.resolvePairs=$d});var ma=N(pa=>{"use strict";var Md=G(),da=Nn(),Or=In(),yk=Ln(),Qd=ni(),at=class t extends yk.YAMLSeq{static{l(this,"YAMLOMap")}constructor(){super(),this.add=Or.YAMLMap.prototype.add.bind(this),this.delete=Or.YAMLMap.prototype.delete.bind(this),this.get=Or.YAMLMap.prototype.get.bind(this),this.has=Or.YAMLMap.prototype.has.bind(this),this.set=Or.YAMLMap.prototype.set.bind(this),this.tag=t.tag}toJSON(e,n){if(!n)return super.toJSON(e);let r=new Map;n?.onCreate&&n.onCreate(r);for(let s of this.items){let i,o;if(Md.isPair(s)?(i=da.toJS(s.key,"",n),o=da.toJS(s.value,i,n)):i=da.toJS(s,"",n),r.has(i))throw new Error("Ordered maps must not include duplicate keys");r.set(i,o)}return r}static from(e,n,r){let s=Qd.createPairs(e,n,r),i=new this;return i.items=s.items,i}};at.tag="tag:yaml.org,2002:omap";var wk={collection:"seq",identify:l(t=>t instanceof Map,"identify"),nodeClass:at,default:!1,tag:"tag:yaml.org,2002:omap",resolve(t,e){let n=Qd.resolvePairs(t,e),r=[];for(let{key:s}of n.items)Md.isScalar(s)&&(r.includes(s.value)?e(`Ordered maps must not include duplicate keys: ${s.value}`):r.push(s.value));return Object.assign(new at,n)},createNode:l((t,e,n)=>at.from(t,e,n),"createNode")};pa.YAMLOMap=at;pa.omap=wk});var Dd=N(fa=>{"use strict";var Id=ce();function Ld({value:t,source:e},n){return e&&(t?zd:Ud).test.test(e)?e:t?n.options.trueStr:n.options.falseStr}l(Ld,"boolStringify");var zd={identify:l(t=>t===!0,"identify"),default:!0,tag:"tag:yaml.org,2002:bool",test:/^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,resolve:l(()=>new Id.Scalar(!0),"resolve"),stringify:Ld},Ud={identify:l(t=>t===!1,"identify"),default:!0,tag:"tag:yaml.org,2002:bool",test:/^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,resolve:l(()=>new Id.Scalar(!1),"resolve"),stringify:Ld};fa.falseTag=Ud;fa.trueTag=zd});var Wd=N(ti=>{"use strict";var kk=ce(),ha=Vt(),bk={identify:l(t=>typeof t=="number","identify"),default:!0,tag:"tag:yaml.org,2002:float",test:/^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,resolve:l(t=>t.slice(-3).toLowerCase()==="nan"?NaN:t[0]==="-"?Number.NEGATIVE_INFINITY:Number.POSITIVE_INFINITY,"resolve"),stringify:ha.stringifyNumber},vk={identify:l(t=>typeof t=="number","identify"),default:!0,tag:"tag:yaml.org,2002:float",format:"EXP",test:/^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,resolve:l(t=>parseFloat(t.replace(/_/g,"")),"resolve"),stringify(t){let e=Number(t.value);return isFinite(e)?e.toExponential():ha.stringifyNumber(t)}},Ok={identify:l(t=>typeof t=="number","identify"),default:!0,tag:"tag:yaml.org,2002:float",test:/^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,resolve(t){let e=new kk.Scalar(parseFloat(t.replace(/_/g,""))),n=t.indexOf(".");if(n!==-1){let r=t.substring(n+1).replace(/_/g,"");r[r.length-1]==="0"&&(e.minFractionDigits=r.length)}return e},stringify:ha.stringifyNumber};ti.float=Ok;ti.floatExp=vk;ti.floatNaN=bk});var Bd=N(Sr=>{"use strict";var jd=Vt(),xr=l(t=>typeof t=="bigint"||Number.isInteger(t),"intIdentify");function ri(t,e,n,{intAsBigInt:r}){let s=t[0];if((s==="-"||s==="+")&&(e+=1),t=t.substring(e).replace(/_/g,""),r){switch(n){case 2:t=`0b${t}`;break;case 8:t=`0o${t}`;break;case 16:t=`0x${t}`;break}let o=BigInt(t);return s==="-"?BigInt(-1)*o:o}let i=parseInt(t,n);return s==="-"?-1*i:i}l(ri,"intResolve");function ga(t,e,n){let{value:r}=t;if(xr(r)){let s=r.toString(e);return r<0?"-"+n+s.substr(1):n+s}return jd.stringifyNumber(t)}l(ga,"intStringify");var xk={identify:xr,default:!0,tag:"tag:yaml.org,2002:int",format:"BIN",test:/^[-+]?0b[0-1_]+$/,resolve:l((t,e,n)=>ri(t,2,2,n),"resolve"),stringify:l(t=>ga(t,2,"0b"),"stringify")},Sk={identify:xr,default:!0,tag:"tag:yaml.org,2002:int",format:"OCT",test:/^[-+]?0[0-7_]+$/,resolve:l((t,e,n)=>ri(t,1,8,n),"resolve"),stringify:l(t=>ga(t,8,"0"),"stringify")},Tk={identify:xr,default:!0,tag:"tag:yaml.org,2002:int",test:/^[-+]?[0-9][0-9_]*$/,resolve:l((t,e,n)=>ri(t,0,10,n),"resolve"),stringify:jd.stringifyNumber},_k={identify:xr,default:!0,tag:"tag:yaml.org,2002:int",format:"HEX",test:/^[-+]?0x[0-9a-fA-F_]+$/,resolve:l((t,e,n)=>ri(t,2,16,n),"resolve"),stringify:l(t=>ga(t,16,"0x"),"stringify")};Sr.int=Tk;Sr.intBin=xk;Sr.intHex=_k;Sr.intOct=Sk});var wa=N(ya=>{"use strict";var oi=G(),si=Mn(),ii=In(),lt=class t extends ii.YAMLMap{static{l(this,"YAMLSet")}constructor(e){super(e),this.tag=t.tag}add(e){let n;oi.isPair(e)?n=e:e&&typeof e=="object"&&"key"in e&&"value"in e&&e.value===null?n=new si.Pair(e.key,null):n=new si.Pair(e,null),ii.findPair(this.items,n.key)||this.items.push(n)}get(e,n){let r=ii.findPair(this.items,e);return!n&&oi.isPair(r)?oi.isScalar(r.key)?r.key.value:r.key:r}set(e,n){if(typeof n!="boolean")throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof n}`);let r=ii.findPair(this.items,e);r&&!n?this.items.splice(this.items.indexOf(r),1):!r&&n&&this.items.push(new si.Pair(e))}toJSON(e,n){return super.toJSON(e,n,Set)}toString(e,n,r){if(!e)return JSON.stringify(this);if(this.hasAllNullValues(!0))return super.toString(Object.assign({},e,{allNullValues:!0}),n,r);throw new Error("Set items must all have null values")}static from(e,n,r){let{replacer:s}=r,i=new this(e);if(n&&Symbol.iterator in Object(n))for(let o of n)typeof s=="function"&&(o=s.call(n,o,o)),i.items.push(si.createPair(o,null,r));return i}};lt.tag="tag:yaml.org,2002:set";var Pk={collection:"map",identify:l(t=>t instanceof Set,"identify"),nodeClass:lt,default:!1,tag:"tag:yaml.org,2002:set",createNode:l((t,e,n)=>lt.from(t,e,n),"createNode"),resolve(t,e){if(oi.isMap(t)){if(t.hasAllNullValues(!0))return Object.assign(new lt,t);e("Set items must all have null values")}else e("Expected a mapping for this tag");return t}};ya.YAMLSet=lt;ya.set=Pk});var ba=N(ai=>{"use strict";var Ek=Vt();function ka(t,e){let n=t[0],r=n==="-"||n==="+"?t.substring(1):t,s=l(o=>e?BigInt(o):Number(o),"num"),i=r.replace(/_/g,"").split(":").reduce((o,a)=>o*s(60)+s(a),s(0));return n==="-"?s(-1)*i:i}l(ka,"parseSexagesimal");function Fd(t){let{value:e}=t,n=l(o=>o,"num");if(typeof e=="bigint")n=l(o=>BigInt(o),"num");else if(isNaN(e)||!isFinite(e))return Ek.stringifyNumber(t);let r="";e<0&&(r="-",e*=n(-1));let s=n(60),i=[e%s];return e<60?i.unshift(0):(e=(e-i[0])/s,i.unshift(e%s),e>=60&&(e=(e-i[0])/s,i.unshift(e))),r+i.map(o=>String(o).padStart(2,"0")).join(":").replace(/000000\d*$/,"")}l(Fd,"stringifySexagesimal");var Rk={identify:l(t=>typeof t=="bigint"||Number.isInteger(t),"identify"),default:!0,tag:"tag:yaml.org,2002:int",format:"TIME",test:/^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,resolve:l((t,e,{intAsBigInt:n})=>ka(t,n),"resolve"),stringify:Fd},Ck={identify:l(t=>typeof t=="number","identify"),default:!0,tag:"tag:yaml.org,2002:float",format:"TIME",test:/^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,resolve:l(t=>ka(t,!1),"resolve"),stringify:Fd},Gd={identify:l(t=>t instanceof Date,"identify"),default:!0,tag:"tag:yaml.org,2002:timestamp",test:RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),resolve(t){let e=t.match(Gd.test);if(!e)throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");let[,n,r,s,i,o,a]=e.map(Number),c=e[7]?Number((e[7]+"00").substr(1,3)):0,u=Date.UTC(n,r-1,s,i||0,o||0,a||0,c),m=e[8];if(m&&m!=="Z"){let d=ka(m,!1);Math.abs(d)<30&&(d*=60),u-=6e4*d}return new Date(u)},stringify:l(({value:t})=>t?.toISOString().replace(/(T00:00:00)?\.000Z$/,"")??"","stringify")};ai.floatTime=Ck;ai.intTime=Rk;ai.timestamp=Gd});var Kd=N(Xd=>{"use strict";var qk=At(),Nk=Ys(),Ak=$t(),$k=br(),Vk=ca(),Yd=Dd(),va=Wd(),li=Bd(),Mk=zs(),Qk=ma(),Ik=ni(),Lk=wa(),Oa=ba(),zk=[qk.map,Ak.seq,$k.string,Nk.nullTag,Yd.trueTag,Yd.falseTag,li.intBin,li.intOct,li.int,li.intHex,va.floatNaN,va.floatExp,va.float,Vk.binary,Mk.merge,Qk.omap,Ik.pairs,Lk.set,Oa.intTime,Oa.floatTime,Oa.timestamp];Xd.schema=zk});var op=N(Ta=>{"use strict";var ep=At(),Uk=Ys(),np=$t(),Dk=br(),Wk=na(),xa=ra(),Sa=ia(),jk=Rd(),Bk=Nd(),tp=ca(),Tr=zs(),rp=ma(),sp=ni(),Zd=Kd(),ip=wa(),ci=ba(),Hd=new Map([["core",jk.schema],["failsafe",[ep.map,np.seq,Dk.string]],["json",Bk.schema],["yaml11",Zd.schema],["yaml-1.1",Zd.schema]]),Jd={binary:tp.binary,bool:Wk.boolTag,float:xa.float,floatExp:xa.floatExp,floatNaN:xa.floatNaN,floatTime:ci.floatTime,int:Sa.int,intHex:Sa.intHex,intOct:Sa.intOct,intTime:ci.intTime,map:ep.map,merge:Tr.merge,null:Uk.nullTag,omap:rp.omap,pairs:sp.pairs,seq:np.seq,set:ip.set,timestamp:ci.timestamp},Fk={"tag:yaml.org,2002:binary":tp.binary,"tag:yaml.org,2002:merge":Tr.merge,"tag:yaml.org,2002:omap":rp.omap,"tag:yaml.org,2002:pairs":sp.pairs,"tag:yaml.org,2002:set":ip.set,"tag:yaml.org,2002:timestamp":ci.timestamp};function Gk(t,e,n){let r=Hd.get(e);if(r&&!t)return n&&!r.includes(Tr.merge)?r.concat(Tr.merge):r.slice();let s=r;if(!s)if(Array.isArray(t))s=[];else{let i=Array.from(Hd.keys()).filter(o=>o!=="yaml11").map(o=>JSON.stringify(o)).join(", ");throw new Error(`Unknown schema "${e}"; use one of ${i} or define customTags array`)}if(Array.isArray(t))for(let i of t)s=s.concat(i);else typeof t=="function"&&(s=t(s.slice()));return n&&(s=s.concat(Tr.merge)),s.reduce((i,o)=>{let a=typeof o=="string"?Jd[o]:o;if(!a){let c=JSON.stringify(o),u=Object.keys(Jd).map(m=>JSON.stringify(m)).join(", ");throw new Error(`Unknown custom tag ${c}; use one of ${u}`)}return i.includes(a)||i.push(a),i},[])}l(Gk,"getTags");Ta.coreKnownTags=Fk;Ta.getTags=Gk});var Ea=N(ap=>{"use strict";var _a=G(),Yk=At(),Xk=$t(),Kk=br(),ui=op(),Zk=l((t,e)=>t.key<e.key?-1:t.key>e.key?1:0,"sortMapEntriesByKey"),Pa=class t{static{l(this,"Schema")}constructor({compat:e,customTags:n,merge:r,resolveKnownTags:s,schema:i,sortMapEntries:o,toStringDefaults:a}){this.compat=Array.isArray(e)?ui.getTags(e,"compat"):e?ui.getTags(null,e):null,this.name=typeof i=="string"&&i||"core",this.knownTags=s?ui.coreKnownTags:{},this.tags=ui.getTags(n,this.name,r),this.toStringOptions=a??null,Object.defineProperty(this,_a.MAP,{value:Yk.map}),Object.defineProperty(this,_a.SCALAR,{value:Kk.string}),Object.defineProperty(this,_a.SEQ,{value:Xk.seq}),this.sortMapEntries=typeof o=="function"?o:o===!0?Zk:null}clone(){let e=Object.create(t.prototype,Object.getOwnPropertyDescriptors(this));return e.tags=this.tags.slice(),e}};ap.Schema=Pa});var cp=N(lp=>{"use strict";var Hk=G(),Ra=yr(),_r=mr();function Jk(t,e){let n=[],r=e.directives===!0;if(e.directives!==!1&&t.directives){let c=t.directives.toString(t);c?(n.push(c),r=!0):t.directives.docStart&&(r=!0)}r&&n.push("---");let s=Ra.createStringifyContext(t,e),{commentString:i}=s.options;if(t.commentBefore){n.length!==1&&n.unshift("");let c=i(t.commentBefore);n.unshift(_r.indentComment(c,""))}let o=!1,a=null;if(t.contents){if(Hk.isNode(t.contents)){if(t.contents.spaceBefore&&r&&n.push(""),t.contents.commentBefore){let m=i(t.contents.commentBefore);n.push(_r.indentComment(m,""))}s.forceBlockIndent=!!t.comment,a=t.contents.comment}let c=a?void 0:()=>o=!0,u=Ra.stringify(t.contents,s,()=>a=null,c);a&&(u+=_r.lineComment(u,"",i(a))),(u[0]==="|"||u[0]===">")&&n[n.length-1]==="---"?n[n.length-1]=`--- ${u}`:n.push(u)}else n.push(Ra.stringify(t.contents,s));if(t.directives?.docEnd)if(t.comment){let c=i(t.comment);c.includes(`
`)?(n.push("..."),n.push(_r.indentComment(c,""))):n.push(`... ${c}`)}else n.push("...");else{let c=t.comment;c&&o&&(c=c.replace(/^\n+/,"")),c&&((!o||a)&&n[n.length-1]!==""&&n.push(""),n.push(_r.indentComment(i(c),"")))}return n.join(`
`)+`
`}l(Jk,"stringifyDocument");lp.stringifyDocument=Jk});var Pr=N(up=>{"use strict";var eb=dr(),Mt=Cs(),ze=G(),nb=Mn(),tb=Nn(),rb=Ea(),sb=cp(),Ca=_s(),ib=$o(),ob=pr(),qa=Ao(),Na=class t{static{l(this,"Document")}constructor(e,n,r){this.commentBefore=null,this.comment=null,this.errors=[],this.warnings=[],Object.defineProperty(this,ze.NODE_TYPE,{value:ze.DOC});let s=null;typeof n=="function"||Array.isArray(n)?s=n:r===void 0&&n&&(r=n,n=void 0);let i=Object.assign({intAsBigInt:!1,keepSourceTokens:!1,logLevel:"warn",prettyErrors:!0,strict:!0,stringKeys:!1,uniqueKeys:!0,version:"1.2"},r);this.options=i;let{version:o}=i;r?._directives?(this.directives=r._directives.atDocument(),this.directives.yaml.explicit&&(o=this.directives.yaml.version)):this.directives=new qa.Directives({version:o}),this.setSchema(o,r),this.contents=e===void 0?null:this.createNode(e,s,r)}clone(){let e=Object.create(t.prototype,{[ze.NODE_TYPE]:{value:ze.DOC}});return e.commentBefore=this.commentBefore,e.comment=this.comment,e.errors=this.errors.slice(),e.warnings=this.warnings.slice(),e.options=Object.assign({},this.options),this.directives&&(e.directives=this.directives.clone()),e.schema=this.schema.clone(),e.contents=ze.isNode(this.contents)?this.contents.clone(e.schema):this.contents,this.range&&(e.range=this.range.slice()),e}add(e){Qt(this.contents)&&this.contents.add(e)}addIn(e,n){Qt(this.contents)&&this.contents.addIn(e,n)}createAlias(e,n){if(!e.anchor){let r=Ca.anchorNames(this);e.anchor=!n||r.has(n)?Ca.findNewAnchor(n||"a",r):n}return new eb.Alias(e.anchor)}createNode(e,n,r){let s;if(typeof n=="function")e=n.call({"":e},"",e),s=n;else if(Array.isArray(n)){let g=l(O=>typeof O=="number"||O instanceof String||O instanceof Number,"keyToStr"),w=n.filter(g).map(String);w.length>0&&(n=n.concat(w)),s=n}else r===void 0&&n&&(r=n,n=void 0);let{aliasDuplicateObjects:i,anchorPrefix:o,flow:a,keepUndefined:c,onTagObj:u,tag:m}=r??{},{onAnchor:d,setAnchors:p,sourceObjects:h}=Ca.createNodeAnchors(this,o||"a"),y={aliasDuplicateObjects:i??!0,keepUndefined:c??!1,onAnchor:d,onTagObj:u,replacer:s,schema:this.schema,sourceObjects:h},f=ob.createNode(e,m,y);return a&&ze.isCollection(f)&&(f.flow=!0),p(),f}createPair(e,n,r={}){let s=this.createNode(e,null,r),i=this.createNode(n,null,r);return new nb.Pair(s,i)}delete(e){return Qt(this.contents)?this.contents.delete(e):!1}deleteIn(e){return Mt.isEmptyPath(e)?this.contents==null?!1:(this.contents=null,!0):Qt(this.contents)?this.contents.deleteIn(e):!1}get(e,n){return ze.isCollection(this.contents)?this.contents.get(e,n):void 0}getIn(e,n){return Mt.isEmptyPath(e)?!n&&ze.isScalar(this.contents)?this.contents.value:this.contents:ze.isCollection(this.contents)?this.contents.getIn(e,n):void 0}has(e){return ze.isCollection(this.contents)?this.contents.has(e):!1}hasIn(e){return Mt.isEmptyPath(e)?this.contents!==void 0:ze.isCollection(this.contents)?this.contents.hasIn(e):!1}set(e,n){this.contents==null?this.contents=Mt.collectionFromPath(this.schema,[e],n):Qt(this.contents)&&this.contents.set(e,n)}setIn(e,n){Mt.isEmptyPath(e)?this.contents=n:this.contents==null?this.contents=Mt.collectionFromPath(this.schema,Array.from(e),n):Qt(this.contents)&&this.contents.setIn(e,n)}setSchema(e,n={}){typeof e=="number"&&(e=String(e));let r;switch(e){case"1.1":this.directives?this.directives.yaml.version="1.1":this.directives=new qa.Directives({version:"1.1"}),r={resolveKnownTags:!1,schema:"yaml-1.1"};break;case"1.2":case"next":this.directives?this.directives.yaml.version=e:this.directives=new qa.Directives({version:e}),r={resolveKnownTags:!0,schema:"core"};break;case null:this.directives&&delete this.directives,r=null;break;default:{let s=JSON.stringify(e);throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${s}`)}}if(n.schema instanceof Object)this.schema=n.schema;else if(r)this.schema=new rb.Schema(Object.assign(r,n));else throw new Error("With a null YAML version, the { schema: Schema } option is required")}toJS({json:e,jsonArg:n,mapAsMap:r,maxAliasCount:s,onAnchor:i,reviver:o}={}){let a={anchors:new Map,doc:this,keep:!e,mapAsMap:r===!0,mapKeyWarned:!1,maxAliasCount:typeof s=="number"?s:100},c=tb.toJS(this.contents,n??"",a);if(typeof i=="function")for(let{count:u,res:m}of a.anchors.values())i(m,u);return typeof o=="function"?ib.applyReviver(o,{"":c},"",c):c}toJSON(e,n){return this.toJS({json:!0,jsonArg:e,mapAsMap:!1,onAnchor:n})}toString(e={}){if(this.errors.length>0)throw new Error("Document with errors cannot be stringified");if("indent"in e&&(!Number.isInteger(e.indent)||Number(e.indent)<=0)){let n=JSON.stringify(e.indent);throw new Error(`"indent" option must be a positive integer, not ${n}`)}return sb.stringifyDocument(this,e)}};function Qt(t){if(ze.isCollection(t))return!0;throw new Error("Expected a YAML collection as document contents")}l(Qt,"assertCollection");up.Document=Na});var Cr=N(Rr=>{"use strict";var Er=class extends Error{static{l(this,"YAMLError")}constructor(e,n,r,s){super(),this.name=e,this.code=r,this.message=s,this.pos=n}},Aa=class extends Er{static{l(this,"YAMLParseError")}constructor(e,n,r){super("YAMLParseError",e,n,r)}},$a=class extends Er{static{l(this,"YAMLWarning")}constructor(e,n,r){super("YAMLWarning",e,n,r)}},ab=l((t,e)=>n=>{if(n.pos[0]===-1)return;n.linePos=n.pos.map(a=>e.linePos(a));let{line:r,col:s}=n.linePos[0];n.message+=` at line ${r}, column ${s}`;let i=s-1,o=t.substring(e.lineStarts[r-1],e.lineStarts[r]).replace(/[\n\r]+$/,"");if(i>=60&&o.length>80){let a=Math.min(i-39,o.length-79);o="…"+o.substring(a),i-=a-1}if(o.length>80&&(o=o.substring(0,79)+"…"),r>1&&/^ *$/.test(o.substring(0,i))){let a=t.substring(e.lineStarts[r-2],e.lineStarts[r-1]);a.length>80&&(a=a.substring(0,79)+`…
`),o=a+o}if(/[^ ]/.test(o)){let a=1,c=n.linePos[1];c?.line===r&&c.col>s&&(a=Math.max(1,Math.min(c.col-s,80-i)));let u=" ".repeat(i)+"^".repeat(a);n.message+=`:

${o}
${u}
`}},"prettifyError");Rr.YAMLError=Er;Rr.YAMLParseError=Aa;Rr.YAMLWarning=$a;Rr.prettifyError=ab});var qr=N(dp=>{"use strict";function lb(t,{flow:e,indicator:n,next:r,offset:s,onError:i,parentIndent:o,startOnNewline:a}){let c=!1,u=a,m=a,d="",p="",h=!1,y=!1,f=null,g=null,w=null,O=null,E=null,q=null,_=null;for(let S of t)switch(y&&(S.type!=="space"&&S.type!=="newline"&&S.type!=="comma"&&i(S.offset,"MISSING_CHAR","Tags and anchors must be separated from the next token by white space"),y=!1),f&&(u&&S.type!=="comment"&&S.type!=="newline"&&i(f,"TAB_AS_INDENT","Tabs are not allowed as indentation"),f=null),S.type){case"space":!e&&(n!=="doc-start"||r?.type!=="flow-collection")&&S.source.includes("	")&&(f=S),m=!0;break;case"comment":{m||i(S,"MISSING_CHAR","Comments must be separated from other tokens by white space characters");let I=S.source.substring(1)||" ";d?d+=p+I:d=I,p="",u=!1;break}case"newline":u?d?d+=S.source:(!q||n!=="seq-item-ind")&&(c=!0):p+=S.source,u=!0,h=!0,(g||w)&&(O=S),m=!0;break;case"anchor":g&&i(S,"MULTIPLE_ANCHORS","A node can have at most one anchor"),S.source.endsWith(":")&&i(S.offset+S.source.length-1,"BAD_ALIAS","Anchor ending in : is ambiguous",!0),g=S,_??(_=S.offset),u=!1,m=!1,y=!0;break;case"tag":{w&&i(S,"MULTIPLE_TAGS","A node can have at most one tag"),w=S,_??(_=S.offset),u=!1,m=!1,y=!0;break}case n:(g||w)&&i(S,"BAD_PROP_ORDER",`Anchors and tags must be after the ${S.source} indicator`),q&&i(S,"UNEXPECTED_TOKEN",`Unexpected ${S.source} in ${e??"collection"}`),q=S,u=n==="seq-item-ind"||n==="explicit-key-ind",m=!1;break;case"comma":if(e){E&&i(S,"UNEXPECTED_TOKEN",`Unexpected , in ${e}`),E=S,u=!1,m=!1;break}default:i(S,"UNEXPECTED_TOKEN",`Unexpected ${S.type} token`),u=!1,m=!1}let A=t[t.length-1],T=A?A.offset+A.source.length:s;return y&&r&&r.type!=="space"&&r.type!=="newline"&&r.type!=="comma"&&(r.type!=="scalar"||r.source!=="")&&i(r.offset,"MISSING_CHAR","Tags and anchors must be separated from the next token by white space"),f&&(u&&f.indent<=o||r?.type==="block-map"||r?.type==="block-seq")&&i(f,"TAB_AS_INDENT","Tabs are not allowed as indentation"),{comma:E,found:q,spaceBefore:c,comment:d,hasNewline:h,anchor:g,tag:w,newlineAfterProp:O,end:T,start:_??T}}l(lb,"resolveProps");dp.resolveProps=lb});var di=N(pp=>{"use strict";function Va(t){if(!t)return null;switch(t.type){case"alias":case"scalar":case"double-quoted-scalar":case"single-quoted-scalar":if(t.source.includes(`
`))return!0;if(t.end){for(let e of t.end)if(e.type==="newline")return!0}return!1;case"flow-collection":for(let e of t.items){for(let n of e.start)if(n.type==="newline")return!0;if(e.sep){for(let n of e.sep)if(n.type==="newline")return!0}if(Va(e.key)||Va(e.value))return!0}return!1;default:return!0}}l(Va,"containsNewline");pp.containsNewline=Va});var Ma=N(mp=>{"use strict";var cb=di();function ub(t,e,n){if(e?.type==="flow-collection"){let r=e.end[0];r.indent===t&&(r.source==="]"||r.source==="}")&&cb.containsNewline(e)&&n(r,"BAD_INDENT","Flow end indicator should be more indented than parent",!0)}}l(ub,"flowIndentCheck");mp.flowIndentCheck=ub});var Qa=N(hp=>{"use strict";var fp=G();function db(t,e,n){let{uniqueKeys:r}=t.options;if(r===!1)return!1;let s=typeof r=="function"?r:(i,o)=>i===o||fp.isScalar(i)&&fp.isScalar(o)&&i.value===o.value;return e.some(i=>s(i.key,n))}l(db,"mapIncludes");hp.mapIncludes=db});var vp=N(bp=>{"use strict";var gp=Mn(),pb=In(),yp=qr(),mb=di(),wp=Ma(),fb=Qa(),kp="All mapping items must start at the same column";function hb({composeNode:t,composeEmptyNode:e},n,r,s,i){let o=i?.nodeClass??pb.YAMLMap,a=new o(n.schema);n.atRoot&&(n.atRoot=!1);let c=r.offset,u=null;for(let m of r.items){let{start:d,key:p,sep:h,value:y}=m,f=yp.resolveProps(d,{indicator:"explicit-key-ind",next:p??h?.[0],offset:c,onError:s,parentIndent:r.indent,startOnNewline:!0}),g=!f.found;if(g){if(p&&(p.type==="block-seq"?s(c,"BLOCK_AS_IMPLICIT_KEY","A block sequence may not be used as an implicit map key"):"indent"in p&&p.indent!==r.indent&&s(c,"BAD_INDENT",kp)),!f.anchor&&!f.tag&&!h){u=f.end,f.comment&&(a.comment?a.comment+=`
`+f.comment:a.comment=f.comment);continue}(f.newlineAfterProp||mb.containsNewline(p))&&s(p??d[d.length-1],"MULTILINE_IMPLICIT_KEY","Implicit keys need to be on a single line")}else f.found?.indent!==r.indent&&s(c,"BAD_INDENT",kp);n.atKey=!0;let w=f.end,O=p?t(n,p,f,s):e(n,w,d,null,f,s);n.schema.compat&&wp.flowIndentCheck(r.indent,p,s),n.atKey=!1,fb.mapIncludes(n,a.items,O)&&s(w,"DUPLICATE_KEY","Map keys must be unique");let E=yp.resolveProps(h??[],{indicator:"map-value-ind",next:y,offset:O.range[2],onError:s,parentIndent:r.indent,startOnNewline:!p||p.type==="block-scalar"});if(c=E.end,E.found){g&&(y?.type==="block-map"&&!E.hasNewline&&s(c,"BLOCK_AS_IMPLICIT_KEY","Nested mappings are not allowed in compact mappings"),n.options.strict&&f.start<E.found.offset-1024&&s(O.range,"KEY_OVER_1024_CHARS","The : indicator must be at most 1024 chars after the start of an implicit block mapping key"));let q=y?t(n,y,E,s):e(n,c,h,null,E,s);n.schema.compat&&wp.flowIndentCheck(r.indent,y,s),c=q.range[2];let _=new gp.Pair(O,q);n.options.keepSourceTokens&&(_.srcToken=m),a.items.push(_)}else{g&&s(O.range,"MISSING_CHAR","Implicit map keys need to be followed by map values"),E.comment&&(O.comment?O.comment+=`
`+E.comment:O.comment=E.comment);let q=new gp.Pair(O);n.options.keepSourceTokens&&(q.srcToken=m),a.items.push(q)}}return u&&u<c&&s(u,"IMPOSSIBLE","Map comment with trailing content"),a.range=[r.offset,c,u??c],a}l(hb,"resolveBlockMap");bp.resolveBlockMap=hb});var xp=N(Op=>{"use strict";var gb=Ln(),yb=qr(),wb=Ma();function kb({composeNode:t,composeEmptyNode:e},n,r,s,i){let o=i?.nodeClass??gb.YAMLSeq,a=new o(n.schema);n.atRoot&&(n.atRoot=!1),n.atKey&&(n.atKey=!1);let c=r.offset,u=null;for(let{start:m,value:d}of r.items){let p=yb.resolveProps(m,{indicator:"seq-item-ind",next:d,offset:c,onError:s,parentIndent:r.indent,startOnNewline:!0});if(!p.found)if(p.anchor||p.tag||d)d?.type==="block-seq"?s(p.end,"BAD_INDENT","All sequence items must start at the same column"):s(c,"MISSING_CHAR","Sequence item without - indicator");else{u=p.end,p.comment&&(a.comment=p.comment);continue}let h=d?t(n,d,p,s):e(n,p.end,m,null,p,s);n.schema.compat&&wb.flowIndentCheck(r.indent,d,s),c=h.range[2],a.items.push(h)}return a.range=[r.offset,c,u??c],a}l(kb,"resolveBlockSeq");Op.resolveBlockSeq=kb});var It=N(Sp=>{"use strict";function bb(t,e,n,r){let s="";if(t){let i=!1,o="";for(let a of t){let{source:c,type:u}=a;switch(u){case"space":i=!0;break;case"comment":{n&&!i&&r(a,"MISSING_CHAR","Comments must be separated from other tokens by white space characters");let m=c.substring(1)||" ";s?s+=o+m:s=m,o="";break}case"newline":s&&(o+=c),i=!0;break;default:r(a,"UNEXPECTED_TOKEN",`Unexpected ${u} at node end`)}e+=c.length}}return{comment:s,offset:e}}l(bb,"resolveEnd");Sp.resolveEnd=bb});var Ep=N(Pp=>{"use strict";var vb=G(),Ob=Mn(),Tp=In(),xb=Ln(),Sb=It(),_p=qr(),Tb=di(),_b=Qa(),Ia="Block collections are not allowed within flow collections",La=l(t=>t&&(t.type==="block-map"||t.type==="block-seq"),"isBlock");function Pb({composeNode:t,composeEmptyNode:e},n,r,s,i){let o=r.start.source==="{",a=o?"flow map":"flow sequence",c=i?.nodeClass??(o?Tp.YAMLMap:xb.YAMLSeq),u=new c(n.schema);u.flow=!0;let m=n.atRoot;m&&(n.atRoot=!1),n.atKey&&(n.atKey=!1);let d=r.offset+r.start.source.length;for(let g=0;g<r.items.length;++g){let w=r.items[g],{start:O,key:E,sep:q,value:_}=w,A=_p.resolveProps(O,{flow:a,indicator:"explicit-key-ind",next:E??q?.[0],offset:d,onError:s,parentIndent:r.indent,startOnNewline:!1});if(!A.found){if(!A.anchor&&!A.tag&&!q&&!_){g===0&&A.comma?s(A.comma,"UNEXPECTED_TOKEN",`Unexpected , in ${a}`):g<r.items.length-1&&s(A.start,"UNEXPECTED_TOKEN",`Unexpected empty item in ${a}`),A.comment&&(u.comment?u.comment+=`
`+A.comment:u.comment=A.comment),d=A.end;continue}!o&&n.options.strict&&Tb.containsNewline(E)&&s(E,"MULTILINE_IMPLICIT_KEY","Implicit keys of flow sequence pairs need to be on a single line")}if(g===0)A.comma&&s(A.comma,"UNEXPECTED_TOKEN",`Unexpected , in ${a}`);else if(A.comma||s(A.start,"MISSING_CHAR",`Missing , between ${a} items`),A.comment){let T="";e:for(let S of O)switch(S.type){case"comma":case"space":break;case"comment":T=S.source.substring(1);break e;default:break e}if(T){let S=u.items[u.items.length-1];vb.isPair(S)&&(S=S.value??S.key),S.comment?S.comment+=`
`+T:S.comment=T,A.comment=A.comment.substring(T.length+1)}}if(!o&&!q&&!A.found){let T=_?t(n,_,A,s):e(n,A.end,q,null,A,s);u.items.push(T),d=T.range[2],La(_)&&s(T.range,"BLOCK_IN_FLOW",Ia)}else{n.atKey=!0;let T=A.end,S=E?t(n,E,A,s):e(n,T,O,null,A,s);La(E)&&s(S.range,"BLOCK_IN_FLOW",Ia),n.atKey=!1;let I=_p.resolveProps(q??[],{flow:a,indicator:"map-value-ind",next:_,offset:S.range[2],onError:s,parentIndent:r.indent,startOnNewline:!1});if(I.found){if(!o&&!A.found&&n.options.strict){if(q)for(let V of q){if(V===I.found)break;if(V.type==="newline"){s(V,"MULTILINE_IMPLICIT_KEY","Implicit keys of flow sequence pairs need to be on a single line");break}}A.start<I.found.offset-1024&&s(I.found,"KEY_OVER_1024_CHARS","The : indicator must be at most 1024 chars after the start of an implicit flow sequence key")}}else _&&("source"in _&&_.source?.[0]===":"?s(_,"MISSING_CHAR",`Missing space after : in ${a}`):s(I.start,"MISSING_CHAR",`Missing , or : between ${a} items`));let F=_?t(n,_,I,s):I.found?e(n,I.end,q,null,I,s):null;F?La(_)&&s(F.range,"BLOCK_IN_FLOW",Ia):I.comment&&(S.comment?S.comment+=`
`+I.comment:S.comment=I.comment);let W=new Ob.Pair(S,F);if(n.options.keepSourceTokens&&(W.srcToken=w),o){let V=u;_b.mapIncludes(n,V.items,S)&&s(T,"DUPLICATE_KEY","Map keys must be unique"),V.items.push(W)}else{let V=new Tp.YAMLMap(n.schema);V.flow=!0,V.items.push(W);let ne=(F??S).range;V.range=[S.range[0],ne[1],ne[2]],u.items.push(V)}d=F?F.range[2]:I.end}}let p=o?"}":"]",[h,...y]=r.end,f=d;if(h?.source===p)f=h.offset+h.source.length;else{let g=a[0].toUpperCase()+a.substring(1),w=m?`${g} must end with a ${p}`:`${g} in block collection must be sufficiently indented and end with a ${p}`;s(d,m?"MISSING_CHAR":"BAD_INDENT",w),h&&h.source.length!==1&&y.unshift(h)}if(y.length>0){let g=Sb.resolveEnd(y,f,n.options.strict,s);g.comment&&(u.comment?u.comment+=`
`+g.comment:u.comment=g.comment),u.range=[r.offset,f,g.offset]}else u.range=[r.offset,f,f];return u}l(Pb,"resolveFlowCollection");Pp.resolveFlowCollection=Pb});var Cp=N(Rp=>{"use strict";var Eb=G(),Rb=ce(),Cb=In(),qb=Ln(),Nb=vp(),Ab=xp(),$b=Ep();function za(t,e,n,r,s,i){let o=n.type==="block-map"?Nb.resolveBlockMap(t,e,n,r,i):n.type==="block-seq"?Ab.resolveBlockSeq(t,e,n,r,i):$b.resolveFlowCollection(t,e,n,r,i),a=o.constructor;return s==="!"||s===a.tagName?(o.tag=a.tagName,o):(s&&(o.tag=s),o)}l(za,"resolveCollection");function Vb(t,e,n,r,s){let i=r.tag,o=i?e.directives.tagName(i.source,p=>s(i,"TAG_RESOLVE_FAILED",p)):null;if(n.type==="block-seq"){let{anchor:p,newlineAfterProp:h}=r,y=p&&i?p.offset>i.offset?p:i:p??i;y&&(!h||h.offset<y.offset)&&s(y,"MISSING_CHAR","Missing newline after block sequence props")}let a=n.type==="block-map"?"map":n.type==="block-seq"?"seq":n.start.source==="{"?"map":"seq";if(!i||!o||o==="!"||o===Cb.YAMLMap.tagName&&a==="map"||o===qb.YAMLSeq.tagName&&a==="seq")return za(t,e,n,s,o);let c=e.schema.tags.find(p=>p.tag===o&&p.collection===a);if(!c){let p=e.schema.knownTags[o];if(p?.collection===a)e.schema.tags.push(Object.assign({},p,{default:!1})),c=p;else return p?s(i,"BAD_COLLECTION_TYPE",`${p.tag} used for ${a} collection, but expects ${p.collection??"scalar"}`,!0):s(i,"TAG_RESOLVE_FAILED",`Unresolved tag: ${o}`,!0),za(t,e,n,s,o)}let u=za(t,e,n,s,o,c),m=c.resolve?.(u,p=>s(i,"TAG_RESOLVE_FAILED",p),e.options)??u,d=Eb.isNode(m)?m:new Rb.Scalar(m);return d.range=u.range,d.tag=o,c?.format&&(d.format=c.format),d}l(Vb,"composeCollection");Rp.composeCollection=Vb});var Da=N(qp=>{"use strict";var Ua=ce();function Mb(t,e,n){let r=e.offset,s=Qb(e,t.options.strict,n);if(!s)return{value:"",type:null,comment:"",range:[r,r,r]};let i=s.mode===">"?Ua.Scalar.BLOCK_FOLDED:Ua.Scalar.BLOCK_LITERAL,o=e.source?Ib(e.source):[],a=o.length;for(let f=o.length-1;f>=0;--f){let g=o[f][1];if(g===""||g==="\r")a=f;else break}if(a===0){let f=s.chomp==="+"&&o.length>0?`
`.repeat(Math.max(1,o.length-1)):"",g=r+s.length;return e.source&&(g+=e.source.length),{value:f,type:i,comment:s.comment,range:[r,g,g]}}let c=e.indent+s.indent,u=e.offset+s.length,m=0;for(let f=0;f<a;++f){let[g,w]=o[f];if(w===""||w==="\r")s.indent===0&&g.length>c&&(c=g.length);else{g.length<c&&n(u+g.length,"MISSING_CHAR","Block scalars with more-indented leading empty lines must use an explicit indentation indicator"),s.indent===0&&(c=g.length),m=f,c===0&&!t.atRoot&&n(u,"BAD_INDENT","Block scalar values in collections must be indented");break}u+=g.length+w.length+1}for(let f=o.length-1;f>=a;--f)o[f][0].length>c&&(a=f+1);let d="",p="",h=!1;for(let f=0;f<m;++f)d+=o[f][0].slice(c)+`
`;for(let f=m;f<a;++f){let[g,w]=o[f];u+=g.length+w.length+1;let O=w[w.length-1]==="\r";if(O&&(w=w.slice(0,-1)),w&&g.length<c){let q=`Block scalar lines must not be less indented than their ${s.indent?"explicit indentation indicator":"first line"}`;n(u-w.length-(O?2:1),"BAD_INDENT",q),g=""}i===Ua.Scalar.BLOCK_LITERAL?(d+=p+g.slice(c)+w,p=`
`):g.length>c||w[0]==="	"?(p===" "?p=`
`:!h&&p===`
`&&(p=`

`),d+=p+g.slice(c)+w,p=`
`,h=!0):w===""?p===`
`?d+=`
`:p=`
`:(d+=p+w,p=" ",h=!1)}switch(s.chomp){case"-":break;case"+":for(let f=a;f<o.length;++f)d+=`
`+o[f][0].slice(c);d[d.length-1]!==`
`&&(d+=`
`);break;default:d+=`
`}let y=r+s.length+e.source.length;return{value:d,type:i,comment:s.comment,range:[r,y,y]}}l(Mb,"resolveBlockScalar");function Qb({offset:t,props:e},n,r){if(e[0].type!=="block-scalar-header")return r(e[0],"IMPOSSIBLE","Block scalar header not found"),null;let{source:s}=e[0],i=s[0],o=0,a="",c=-1;for(let p=1;p<s.length;++p){let h=s[p];if(!a&&(h==="-"||h==="+"))a=h;else{let y=Number(h);!o&&y?o=y:c===-1&&(c=t+p)}}c!==-1&&r(c,"UNEXPECTED_TOKEN",`Block scalar header includes extra characters: ${s}`);let u=!1,m="",d=s.length;for(let p=1;p<e.length;++p){let h=e[p];switch(h.type){case"space":u=!0;case"newline":d+=h.source.length;break;case"comment":n&&!u&&r(h,"MISSING_CHAR","Comments must be separated from other tokens by white space characters"),d+=h.source.length,m=h.source.substring(1);break;case"error":r(h,"UNEXPECTED_TOKEN",h.message),d+=h.source.length;break;default:{let y=`Unexpected token in block scalar header: ${h.type}`;r(h,"UNEXPECTED_TOKEN",y);let f=h.source;f&&typeof f=="string"&&(d+=f.length)}}}return{mode:i,indent:o,chomp:a,comment:m,length:d}}l(Qb,"parseBlockScalarHeader");function Ib(t){let e=t.split(/\n( *)/),n=e[0],r=n.match(/^( *)/),i=[r?.[1]?[r[1],n.slice(r[1].length)]:["",n]];for(let o=1;o<e.length;o+=2)i.push([e[o],e[o+1]]);return i}l(Ib,"splitLines");qp.resolveBlockScalar=Mb});var ja=N(Ap=>{"use strict";var Wa=ce(),Lb=It();function zb(t,e,n){let{offset:r,type:s,source:i,end:o}=t,a,c,u=l((p,h,y)=>n(r+p,h,y),"_onError");switch(s){case"scalar":a=Wa.Scalar.PLAIN,c=Ub(i,u);break;case"single-quoted-scalar":a=Wa.Scalar.QUOTE_SINGLE,c=Db(i,u);break;case"double-quoted-scalar":a=Wa.Scalar.QUOTE_DOUBLE,c=Wb(i,u);break;default:return n(t,"UNEXPECTED_TOKEN",`Expected a flow scalar value, but found: ${s}`),{value:"",type:null,comment:"",range:[r,r+i.length,r+i.length]}}let m=r+i.length,d=Lb.resolveEnd(o,m,e,n);return{value:c,type:a,comment:d.comment,range:[r,m,d.offset]}}l(zb,"resolveFlowScalar");function Ub(t,e){let n="";switch(t[0]){case"	":n="a tab character";break;case",":n="flow indicator character ,";break;case"%":n="directive indicator character %";break;case"|":case">":{n=`block scalar indicator ${t[0]}`;break}case"@":case"`":{n=`reserved character ${t[0]}`;break}}return n&&e(0,"BAD_SCALAR_START",`Plain value cannot start with ${n}`),Np(t)}l(Ub,"plainValue");function Db(t,e){return(t[t.length-1]!=="'"||t.length===1)&&e(t.length,"MISSING_CHAR","Missing closing 'quote"),Np(t.slice(1,-1)).replace(/''/g,"'")}l(Db,"singleQuotedValue");function Np(t){let e=/(.*?)\r?\n/sy,n=e.exec(t);if(!n)return t;let r,s;try{r=new RegExp("(?<![ 	])[ 	]+$"),s=new RegExp("^[ 	]+|(?<![ 	])[ 	]+$","g")}catch{r=/[ \t]+$/,s=/^[ \t]+|[ \t]+$/g}let i=n[1].replace(r,""),o=" ",a=e.lastIndex;for(;n=e.exec(t);){let u=n[1].replace(s,"");u===""?o===`
`?i+=o:o=`
`:(i+=o+u,o=" "),a=e.lastIndex}let c=/[ \t]*(.*)/sy;return c.lastIndex=a,n=c.exec(t),i+o+(n?.[1]??"")}l(Np,"unfoldLines");function Wb(t,e){let n="";for(let r=1;r<t.length-1;++r){let s=t[r];if(!(s==="\r"&&t[r+1]===`
`))if(s===`
`){let{fold:i,offset:o}=jb(t,r);n+=i,r=o}else if(s==="\\"){let i=t[++r],o=Bb[i];if(o)n+=o;else if(i===`
`)for(i=t[r+1];i===" "||i==="	";)i=t[++r+1];else if(i==="\r"&&t[r+1]===`
`)for(i=t[++r+1];i===" "||i==="	";)i=t[++r+1];else if(i==="x"||i==="u"||i==="U"){let a=i==="x"?2:i==="u"?4:8;n+=Fb(t,r+1,a,e),r+=a}else{let a=t.substr(r-1,2);e(r-1,"BAD_DQ_ESCAPE",`Invalid escape sequence ${a}`),n+=a}}else if(s===" "||s==="	"){let i=r,o=t[r+1];for(;o===" "||o==="	";)o=t[++r+1];o!==`
`&&!(o==="\r"&&t[r+2]===`
`)&&(n+=r>i?t.slice(i,r+1):s)}else n+=s}return(t[t.length-1]!=='"'||t.length===1)&&e(t.length,"MISSING_CHAR",'Missing closing "quote'),n}l(Wb,"doubleQuotedValue");function jb(t,e){let n="",r=t[e+1];for(;(r===" "||r==="	"||r===`
`||r==="\r")&&!(r==="\r"&&t[e+2]!==`
`);)r===`
`&&(n+=`
`),e+=1,r=t[e+1];return n||(n=" "),{fold:n,offset:e}}l(jb,"foldNewline");var Bb={0:"\0",a:"\x07",b:"\b",e:"\x1B",f:"\f",n:`
`,r:"\r",t:"	",v:"\v",N:"",_:" ",L:"\u2028",P:"\u2029"," ":" ",'"':'"',"/":"/","\\":"\\","	":"	"};function Fb(t,e,n,r){let s=t.substr(e,n),o=s.length===n&&/^[0-9a-fA-F]+$/.test(s)?parseInt(s,16):NaN;try{return String.fromCodePoint(o)}catch{let a=t.substr(e-2,n+2);return r(e-2,"BAD_DQ_ESCAPE",`Invalid escape sequence ${a}`),a}}l(Fb,"parseCharCode");Ap.resolveFlowScalar=zb});var Mp=N(Vp=>{"use strict";var ct=G(),$p=ce(),Gb=Da(),Yb=ja();function Xb(t,e,n,r){let{value:s,type:i,comment:o,range:a}=e.type==="block-scalar"?Gb.resolveBlockScalar(t,e,r):Yb.resolveFlowScalar(e,t.options.strict,r),c=n?t.directives.tagName(n.source,d=>r(n,"TAG_RESOLVE_FAILED",d)):null,u;t.options.stringKeys&&t.atKey?u=t.schema[ct.SCALAR]:c?u=Kb(t.schema,s,c,n,r):e.type==="scalar"?u=Zb(t,s,e,r):u=t.schema[ct.SCALAR];let m;try{let d=u.resolve(s,p=>r(n??e,"TAG_RESOLVE_FAILED",p),t.options);m=ct.isScalar(d)?d:new $p.Scalar(d)}catch(d){let p=d instanceof Error?d.message:String(d);r(n??e,"TAG_RESOLVE_FAILED",p),m=new $p.Scalar(s)}return m.range=a,m.source=s,i&&(m.type=i),c&&(m.tag=c),u.format&&(m.format=u.format),o&&(m.comment=o),m}l(Xb,"composeScalar");function Kb(t,e,n,r,s){if(n==="!")return t[ct.SCALAR];let i=[];for(let a of t.tags)if(!a.collection&&a.tag===n)if(a.default&&a.test)i.push(a);else return a;for(let a of i)if(a.test?.test(e))return a;let o=t.knownTags[n];return o&&!o.collection?(t.tags.push(Object.assign({},o,{default:!1,test:void 0})),o):(s(r,"TAG_RESOLVE_FAILED",`Unresolved tag: ${n}`,n!=="tag:yaml.org,2002:str"),t[ct.SCALAR])}l(Kb,"findScalarTagByName");function Zb({atKey:t,directives:e,schema:n},r,s,i){let o=n.tags.find(a=>(a.default===!0||t&&a.default==="key")&&a.test?.test(r))||n[ct.SCALAR];if(n.compat){let a=n.compat.find(c=>c.default&&c.test?.test(r))??n[ct.SCALAR];if(o.tag!==a.tag){let c=e.tagString(o.tag),u=e.tagString(a.tag),m=`Value may be parsed as either ${c} or ${u}`;i(s,"TAG_RESOLVE_FAILED",m,!0)}}return o}l(Zb,"findScalarTagByTest");Vp.composeScalar=Xb});var Ip=N(Qp=>{"use strict";function Hb(t,e,n){if(e){n??(n=e.length);for(let r=n-1;r>=0;--r){let s=e[r];switch(s.type){case"space":case"comment":case"newline":t-=s.source.length;continue}for(s=e[++r];s?.type==="space";)t+=s.source.length,s=e[++r];break}}return t}l(Hb,"emptyScalarPosition");Qp.emptyScalarPosition=Hb});var Up=N(Fa=>{"use strict";var Jb=dr(),ev=G(),nv=Cp(),Lp=Mp(),tv=It(),rv=Ip(),sv={composeNode:zp,composeEmptyNode:Ba};function zp(t,e,n,r){let s=t.atKey,{spaceBefore:i,comment:o,anchor:a,tag:c}=n,u,m=!0;switch(e.type){case"alias":u=iv(t,e,r),(a||c)&&r(e,"ALIAS_PROPS","An alias node must not specify any properties");break;case"scalar":case"single-quoted-scalar":case"double-quoted-scalar":case"block-scalar":u=Lp.composeScalar(t,e,c,r),a&&(u.anchor=a.source.substring(1));break;case"block-map":case"block-seq":case"flow-collection":try{u=nv.composeCollection(sv,t,e,n,r),a&&(u.anchor=a.source.substring(1))}catch(d){let p=d instanceof Error?d.message:String(d);r(e,"RESOURCE_EXHAUSTION",p)}break;default:{let d=e.type==="error"?e.message:`Unsupported token (type: ${e.type})`;r(e,"UNEXPECTED_TOKEN",d),m=!1}}return u??(u=Ba(t,e.offset,void 0,null,n,r)),a&&u.anchor===""&&r(a,"BAD_ALIAS","Anchor cannot be an empty string"),s&&t.options.stringKeys&&(!ev.isScalar(u)||typeof u.value!="string"||u.tag&&u.tag!=="tag:yaml.org,2002:str")&&r(c??e,"NON_STRING_KEY","With stringKeys, all keys must be strings"),i&&(u.spaceBefore=!0),o&&(e.type==="scalar"&&e.source===""?u.comment=o:u.commentBefore=o),t.options.keepSourceTokens&&m&&(u.srcToken=e),u}l(zp,"composeNode");function Ba(t,e,n,r,{spaceBefore:s,comment:i,anchor:o,tag:a,end:c},u){let m={type:"scalar",offset:rv.emptyScalarPosition(e,n,r),indent:-1,source:""},d=Lp.composeScalar(t,m,a,u);return o&&(d.anchor=o.source.substring(1),d.anchor===""&&u(o,"BAD_ALIAS","Anchor cannot be an empty string")),s&&(d.spaceBefore=!0),i&&(d.comment=i,d.range[2]=c),d}l(Ba,"composeEmptyNode");function iv({options:t},{offset:e,source:n,end:r},s){let i=new Jb.Alias(n.substring(1));i.source===""&&s(e,"BAD_ALIAS","Alias cannot be an empty string"),i.source.endsWith(":")&&s(e+n.length-1,"BAD_ALIAS","Alias ending in : is ambiguous",!0);let o=e+n.length,a=tv.resolveEnd(r,o,t.strict,s);return i.range=[e,o,a.offset],a.comment&&(i.comment=a.comment),i}l(iv,"composeAlias");Fa.composeEmptyNode=Ba;Fa.composeNode=zp});var jp=N(Wp=>{"use strict";var ov=Pr(),Dp=Up(),av=It(),lv=qr();function cv(t,e,{offset:n,start:r,value:s,end:i},o){let a=Object.assign({_directives:e},t),c=new ov.Document(void 0,a),u={atKey:!1,atRoot:!0,directives:c.directives,options:c.options,schema:c.schema},m=lv.resolveProps(r,{indicator:"doc-start",next:s??i?.[0],offset:n,onError:o,parentIndent:0,startOnNewline:!0});m.found&&(c.directives.docStart=!0,s&&(s.type==="block-map"||s.type==="block-seq")&&!m.hasNewline&&o(m.end,"MISSING_CHAR","Block collection cannot start on same line with directives-end marker")),c.contents=s?Dp.composeNode(u,s,m,o):Dp.composeEmptyNode(u,m.end,r,null,m,o);let d=c.contents.range[2],p=av.resolveEnd(i,d,!1,o);return p.comment&&(c.comment=p.comment),c.range=[n,d,p.offset],c}l(cv,"composeDoc");Wp.composeDoc=cv});var Ya=N(Gp=>{"use strict";var uv=es("process"),dv=Ao(),pv=Pr(),Nr=Cr(),Bp=G(),mv=jp(),fv=It();function Ar(t){if(typeof t=="number")return[t,t+1];if(Array.isArray(t))return t.length===2?t:[t[0],t[1]];let{offset:e,source:n}=t;return[e,e+(typeof n=="string"?n.length:1)]}l(Ar,"getErrorPos");function Fp(t){let e="",n=!1,r=!1;for(let s=0;s<t.length;++s){let i=t[s];switch(i[0]){case"#":e+=(e===""?"":r?`

`:`
`)+(i.substring(1)||" "),n=!0,r=!1;break;case"%":t[s+1]?.[0]!=="#"&&(s+=1),n=!1;break;default:n||(r=!0),n=!1}}return{comment:e,afterEmptyLine:r}}l(Fp,"parsePrelude");var Ga=class{static{l(this,"Composer")}constructor(e={}){this.doc=null,this.atDirectives=!1,this.prelude=[],this.errors=[],this.warnings=[],this.onError=(n,r,s,i)=>{let o=Ar(n);i?this.warnings.push(new Nr.YAMLWarning(o,r,s)):this.errors.push(new Nr.YAMLParseError(o,r,s))},this.directives=new dv.Directives({version:e.version||"1.2"}),this.options=e}decorate(e,n){let{comment:r,afterEmptyLine:s}=Fp(this.prelude);if(r){let i=e.contents;if(n)e.comment=e.comment?`${e.comment}
${r}`:r;else if(s||e.directives.docStart||!i)e.commentBefore=r;else if(Bp.isCollection(i)&&!i.flow&&i.items.length>0){let o=i.items[0];Bp.isPair(o)&&(o=o.key);let a=o.commentBefore;o.commentBefore=a?`${r}
${a}`:r}else{let o=i.commentBefore;i.commentBefore=o?`${r}
${o}`:r}}if(n){for(let i=0;i<this.errors.length;++i)e.errors.push(this.errors[i]);for(let i=0;i<this.warnings.length;++i)e.warnings.push(this.warnings[i])}else e.errors=this.errors,e.warnings=this.warnings;this.prelude=[],this.errors=[],this.warnings=[]}streamInfo(){return{comment:Fp(this.prelude).comment,directives:this.directives,errors:this.errors,warnings:this.warnings}}*compose(e,n=!1,r=-1){for(let s of e)yield*this.next(s);yield*this.end(n,r)}*next(e){switch(uv.env.LOG_STREAM&&console.dir(e,{depth:null}),e.type){case"directive":this.directives.add(e.source,(n,r,s)=>{let i=Ar(e);i[0]+=n,this.onError(i,"BAD_DIRECTIVE",r,s)}),this.prelude.push(e.source),this.atDirectives=!0;break;case"document":{let n=mv.composeDoc(this.options,this.directives,e,this.onError);this.atDirectives&&!n.directives.docStart&&this.onError(e,"MISSING_CHAR","Missing directives-end/doc-start indicator line"),this.decorate(n,!1),this.doc&&(yield this.doc),this.doc=n,this.atDirectives=!1;break}case"byte-order-mark":case"space":break;case"comment":case"newline":this.prelude.push(e.source);break;case"error":{let n=e.source?`${e.message}: ${JSON.stringify(e.source)}`:e.message,r=new Nr.YAMLParseError(Ar(e),"UNEXPECTED_TOKEN",n);this.atDirectives||!this.doc?this.errors.push(r):this.doc.errors.push(r);break}case"doc-end":{if(!this.doc){let r="Unexpected doc-end without preceding document";this.errors.push(new Nr.YAMLParseError(Ar(e),"UNEXPECTED_TOKEN",r));break}this.doc.directives.docEnd=!0;let n=fv.resolveEnd(e.end,e.offset+e.source.length,this.doc.options.strict,this.onError);if(this.decorate(this.doc,!0),n.comment){let r=this.doc.comment;this.doc.comment=r?`${r}
${n.comment}`:n.comment}this.doc.range[2]=n.offset;break}default:this.errors.push(new Nr.YAMLParseError(Ar(e),"UNEXPECTED_TOKEN",`Unsupported token ${e.type}`))}}*end(e=!1,n=-1){if(this.doc)this.decorate(this.doc,!0),yield this.doc,this.doc=null;else if(e){let r=Object.assign({_directives:this.directives},this.options),s=new pv.Document(void 0,r);this.atDirectives&&this.onError(n,"MISSING_CHAR","Missing directives-end indicator line"),s.range=[0,n,n],this.decorate(s,!1),yield s}}};Gp.Composer=Ga});var Kp=N(pi=>{"use strict";var hv=Da(),gv=ja(),yv=Cr(),Yp=gr();function wv(t,e=!0,n){if(t){let r=l((s,i,o)=>{let a=typeof s=="number"?s:Array.isArray(s)?s[0]:s.offset;if(n)n(a,i,o);else throw new yv.YAMLParseError([a,a+1],i,o)},"_onError");switch(t.type){case"scalar":case"single-quoted-scalar":case"double-quoted-scalar":return gv.resolveFlowScalar(t,e,r);case"block-scalar":return hv.resolveBlockScalar({options:{strict:e}},t,r)}}return null}l(wv,"resolveAsScalar");function kv(t,e){let{implicitKey:n=!1,indent:r,inFlow:s=!1,offset:i=-1,type:o="PLAIN"}=e,a=Yp.stringifyString({type:o,value:t},{implicitKey:n,indent:r>0?" ".repeat(r):"",inFlow:s,options:{blockQuote:!0,lineWidth:-1}}),c=e.end??[{type:"newline",offset:-1,indent:r,source:`
`}];switch(a[0]){case"|":case">":{let u=a.indexOf(`
`),m=a.substring(0,u),d=a.substring(u+1)+`
`,p=[{type:"block-scalar-header",offset:i,indent:r,source:m}];return Xp(p,c)||p.push({type:"newline",offset:-1,indent:r,source:`
`}),{type:"block-scalar",offset:i,indent:r,props:p,source:d}}case'"':return{type:"double-quoted-scalar",offset:i,indent:r,source:a,end:c};case"'":return{type:"single-quoted-scalar",offset:i,indent:r,source:a,end:c};default:return{type:"scalar",offset:i,indent:r,source:a,end:c}}}l(kv,"createScalarToken");function bv(t,e,n={}){let{afterKey:r=!1,implicitKey:s=!1,inFlow:i=!1,type:o}=n,a="indent"in t?t.indent:null;if(r&&typeof a=="number"&&(a+=2),!o)switch(t.type){case"single-quoted-scalar":o="QUOTE_SINGLE";break;case"double-quoted-scalar":o="QUOTE_DOUBLE";break;case"block-scalar":{let u=t.props[0];if(u.type!=="block-scalar-header")throw new Error("Invalid block scalar header");o=u.source[0]===">"?"BLOCK_FOLDED":"BLOCK_LITERAL";break}default:o="PLAIN"}let c=Yp.stringifyString({type:o,value:e},{implicitKey:s||a===null,indent:a!==null&&a>0?" ".repeat(a):"",inFlow:i,options:{blockQuote:!0,lineWidth:-1}});switch(c[0]){case"|":case">":vv(t,c);break;case'"':Xa(t,c,"double-quoted-scalar");break;case"'":Xa(t,c,"single-quoted-scalar");break;default:Xa(t,c,"scalar")}}l(bv,"setScalarValue");function vv(t,e){let n=e.indexOf(`
`),r=e.substring(0,n),s=e.substring(n+1)+`
`;if(t.type==="block-scalar"){let i=t.props[0];if(i.type!=="block-scalar-header")throw new Error("Invalid block scalar header");i.source=r,t.source=s}else{let{offset:i}=t,o="indent"in t?t.indent:-1,a=[{type:"block-scalar-header",offset:i,indent:o,source:r}];Xp(a,"end"in t?t.end:void 0)||a.push({type:"newline",offset:-1,indent:o,source:`
`});for(let c of Object.keys(t))c!=="type"&&c!=="offset"&&delete t[c];Object.assign(t,{type:"block-scalar",indent:o,props:a,source:s})}}l(vv,"setBlockScalarValue");function Xp(t,e){if(e)for(let n of e)switch(n.type){case"space":case"comment":t.push(n);break;case"newline":return t.push(n),!0}return!1}l(Xp,"addEndtoBlockProps");function Xa(t,e,n){switch(t.type){case"scalar":case"double-quoted-scalar":case"single-quoted-scalar":t.type=n,t.source=e;break;case"block-scalar":{let r=t.props.slice(1),s=e.length;t.props[0].type==="block-scalar-header"&&(s-=t.props[0].source.length);for(let i of r)i.offset+=s;delete t.props,Object.assign(t,{type:n,source:e,end:r});break}case"block-map":case"block-seq":{let s={type:"newline",offset:t.offset+e.length,indent:t.indent,source:`
`};delete t.items,Object.assign(t,{type:n,source:e,end:[s]});break}default:{let r="indent"in t?t.indent:-1,s="end"in t&&Array.isArray(t.end)?t.end.filter(i=>i.type==="space"||i.type==="comment"||i.type==="newline"):[];for(let i of Object.keys(t))i!=="type"&&i!=="offset"&&delete t[i];Object.assign(t,{type:n,indent:r,source:e,end:s})}}}l(Xa,"setFlowScalarValue");pi.createScalarToken=kv;pi.resolveAsScalar=wv;pi.setScalarValue=bv});var Hp=N(Zp=>{"use strict";var Ov=l(t=>"type"in t?fi(t):mi(t),"stringify");function fi(t){switch(t.type){case"block-scalar":{let e="";for(let n of t.props)e+=fi(n);return e+t.source}case"block-map":case"block-seq":{let e="";for(let n of t.items)e+=mi(n);return e}case"flow-collection":{let e=t.start.source;for(let n of t.items)e+=mi(n);for(let n of t.end)e+=n.source;return e}case"document":{let e=mi(t);if(t.end)for(let n of t.end)e+=n.source;return e}default:{let e=t.source;if("end"in t&&t.end)for(let n of t.end)e+=n.source;return e}}}l(fi,"stringifyToken");function mi({start:t,key:e,sep:n,value:r}){let s="";for(let i of t)s+=i.source;if(e&&(s+=fi(e)),n)for(let i of n)s+=i.source;return r&&(s+=fi(r)),s}l(mi,"stringifyItem");Zp.stringify=Ov});var tm=N(nm=>{"use strict";var Ka=Symbol("break visit"),xv=Symbol("skip children"),Jp=Symbol("remove item");function ut(t,e){"type"in t&&t.type==="document"&&(t={start:t.start,value:t.value}),em(Object.freeze([]),t,e)}l(ut,"visit");ut.BREAK=Ka;ut.SKIP=xv;ut.REMOVE=Jp;ut.itemAtPath=(t,e)=>{let n=t;for(let[r,s]of e){let i=n?.[r];if(i&&"items"in i)n=i.items[s];else return}return n};ut.parentCollection=(t,e)=>{let n=ut.itemAtPath(t,e.slice(0,-1)),r=e[e.length-1][0],s=n?.[r];if(s&&"items"in s)return s;throw new Error("Parent collection not found")};function em(t,e,n){let r=n(e,t);if(typeof r=="symbol")return r;for(let s of["key","value"]){let i=e[s];if(i&&"items"in i){for(let o=0;o<i.items.length;++o){let a=em(Object.freeze(t.concat([[s,o]])),i.items[o],n);if(typeof a=="number")o=a-1;else{if(a===Ka)return Ka;a===Jp&&(i.items.splice(o,1),o-=1)}}typeof r=="function"&&s==="key"&&(r=r(e,t))}}return typeof r=="function"?r(e,t):r}l(em,"_visit");nm.visit=ut});var hi=N(Ae=>{"use strict";var Za=Kp(),Sv=Hp(),Tv=tm(),Ha="\uFEFF",Ja="",el="",nl="",_v=l(t=>!!t&&"items"in t,"isCollection"),Pv=l(t=>!!t&&(t.type==="scalar"||t.type==="single-quoted-scalar"||t.type==="double-quoted-scalar"||t.type==="block-scalar"),"isScalar");function Ev(t){switch(t){case Ha:return"<BOM>";case Ja:return"<DOC>";case el:return"<FLOW_END>";case nl:return"<SCALAR>";default:return JSON.stringify(t)}}l(Ev,"prettyToken");function Rv(t){switch(t){case Ha:return"byte-order-mark";case Ja:return"doc-mode";case el:return"flow-error-end";case nl:return"scalar";case"---":return"doc-start";case"...":return"doc-end";case"":case`
`:case`\r
`:return"newline";case"-":return"seq-item-ind";case"?":return"explicit-key-ind";case":":return"map-value-ind";case"{":return"flow-map-start";case"}":return"flow-map-end";case"[":return"flow-seq-start";case"]":return"flow-seq-end";case",":return"comma"}switch(t[0]){case" ":case"	":return"space";case"#":return"comment";case"%":return"directive-line";case"*":return"alias";case"&":return"anchor";case"!":return"tag";case"'":return"single-quoted-scalar";case'"':return"double-quoted-scalar";case"|":case">":return"block-scalar-header"}return null}l(Rv,"tokenType");Ae.createScalarToken=Za.createScalarToken;Ae.resolveAsScalar=Za.resolveAsScalar;Ae.setScalarValue=Za.setScalarValue;Ae.stringify=Sv.stringify;Ae.visit=Tv.visit;Ae.BOM=Ha;Ae.DOCUMENT=Ja;Ae.FLOW_END=el;Ae.SCALAR=nl;Ae.isCollection=_v;Ae.isScalar=Pv;Ae.prettyToken=Ev;Ae.tokenType=Rv});var sl=N(sm=>{"use strict";var $r=hi();function Ge(t){switch(t){case void 0:case" ":case`
`:case"\r":case"	":return!0;default:return!1}}l(Ge,"isEmpty");var rm=new Set("0123456789ABCDEFabcdef"),Cv=new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()"),gi=new Set(",[]{}"),qv=new Set(` ,[]{}
\r	`),tl=l(t=>!t||qv.has(t),"isNotAnchorChar"),rl=class{static{l(this,"Lexer")}constructor(){this.atEnd=!1,this.blockScalarIndent=-1,this.blockScalarKeep=!1,this.buffer="",this.flowKey=!1,this.flowLevel=0,this.indentNext=0,this.indentValue=0,this.lineEndPos=null,this.next=null,this.pos=0}*lex(e,n=!1){if(e){if(typeof e!="string")throw TypeError("source is not a string");this.buffer=this.buffer?this.buffer+e:e,this.lineEndPos=null}this.atEnd=!n;let r=this.next??"stream";for(;r&&(n||this.hasChars(1));)r=yield*this.parseNext(r)}atLineEnd(){let e=this.pos,n=this.buffer[e];for(;n===" "||n==="	";)n=this.buffer[++e];return!n||n==="#"||n===`
`?!0:n==="\r"?this.buffer[e+1]===`
`:!1}charAt(e){return this.buffer[this.pos+e]}continueScalar(e){let n=this.buffer[e];if(this.indentNext>0){let r=0;for(;n===" ";)n=this.buffer[++r+e];if(n==="\r"){let s=this.buffer[r+e+1];if(s===`
`||!s&&!this.atEnd)return e+r+1}return n===`
`||r>=this.indentNext||!n&&!this.atEnd?e+r:-1}if(n==="-"||n==="."){let r=this.buffer.substr(e,3);if((r==="---"||r==="...")&&Ge(this.buffer[e+3]))return-1}return e}getLine(){let e=this.lineEndPos;return(typeof e!="number"||e!==-1&&e<this.pos)&&(e=this.buffer.indexOf(`
`,this.pos),this.lineEndPos=e),e===-1?this.atEnd?this.buffer.substring(this.pos):null:(this.buffer[e-1]==="\r"&&(e-=1),this.buffer.substring(this.pos,e))}hasChars(e){return this.pos+e<=this.buffer.length}setNext(e){return this.buffer=this.buffer.substring(this.pos),this.pos=0,this.lineEndPos=null,this.next=e,null}peek(e){return this.buffer.substr(this.pos,e)}*parseNext(e){switch(e){case"stream":return yield*this.parseStream();case"line-start":return yield*this.parseLineStart();case"block-start":return yield*this.parseBlockStart();case"doc":return yield*this.parseDocument();case"flow":return yield*this.parseFlowCollection();case"quoted-scalar":return yield*this.parseQuotedScalar();case"block-scalar":return yield*this.parseBlockScalar();case"plain-scalar":return yield*this.parsePlainScalar()}}*parseStream(){let e=this.getLine();if(e===null)return this.setNext("stream");if(e[0]===$r.BOM&&(yield*this.pushCount(1),e=e.substring(1)),e[0]==="%"){let n=e.length,r=e.indexOf("#");for(;r!==-1;){let i=e[r-1];if(i===" "||i==="	"){n=r-1;break}else r=e.indexOf("#",r+1)}for(;;){let i=e[n-1];if(i===" "||i==="	")n-=1;else break}let s=(yield*this.pushCount(n))+(yield*this.pushSpaces(!0));return yield*this.pushCount(e.length-s),this.pushNewline(),"stream"}if(this.atLineEnd()){let n=yield*this.pushSpaces(!0);return yield*this.pushCount(e.length-n),yield*this.pushNewline(),"stream"}return yield $r.DOCUMENT,yield*this.parseLineStart()}*parseLineStart(){let e=this.charAt(0);if(!e&&!this.atEnd)return this.setNext("line-start");if(e==="-"||e==="."){if(!this.atEnd&&!this.hasChars(4))return this.setNext("line-start");let n=this.peek(3);if((n==="---"||n==="...")&&Ge(this.charAt(3)))return yield*this.pushCount(3),this.indentValue=0,this.indentNext=0,n==="---"?"doc":"stream"}return this.indentValue=yield*this.pushSpaces(!1),this.indentNext>this.indentValue&&!Ge(this.charAt(1))&&(this.indentNext=this.indentValue),yield*this.parseBlockStart()}*parseBlockStart(){let[e,n]=this.peek(2);if(!n&&!this.atEnd)return this.setNext("block-start");if((e==="-"||e==="?"||e===":")&&Ge(n)){let r=(yield*this.pushCount(1))+(yield*this.pushSpaces(!0));return this.indentNext=this.indentValue+1,this.indentValue+=r,"block-start"}return"doc"}*parseDocument(){yield*this.pushSpaces(!0);let e=this.getLine();if(e===null)return this.setNext("doc");let n=yield*this.pushIndicators();switch(e[n]){case"#":yield*this.pushCount(e.length-n);case void 0:return yield*this.pushNewline(),yield*this.parseLineStart();case"{":case"[":return yield*this.pushCount(1),this.flowKey=!1,this.flowLevel=1,"flow";case"}":case"]":return yield*this.pushCount(1),"doc";case"*":return yield*this.pushUntil(tl),"doc";case'"':case"'":return yield*this.parseQuotedScalar();case"|":case">":return n+=yield*this.parseBlockScalarHeader(),n+=yield*this.pushSpaces(!0),yield*this.pushCount(e.length-n),yield*this.pushNewline(),yield*this.parseBlockScalar();default:return yield*this.parsePlainScalar()}}*parseFlowCollection(){let e,n,r=-1;do e=yield*this.pushNewline(),e>0?(n=yield*this.pushSpaces(!1),this.indentValue=r=n):n=0,n+=yield*this.pushSpaces(!0);while(e+n>0);let s=this.getLine();if(s===null)return this.setNext("flow");if((r!==-1&&r<this.indentNext&&s[0]!=="#"||r===0&&(s.startsWith("---")||s.startsWith("..."))&&Ge(s[3]))&&!(r===this.indentNext-1&&this.flowLevel===1&&(s[0]==="]"||s[0]==="}")))return this.flowLevel=0,yield $r.FLOW_END,yield*this.parseLineStart();let i=0;for(;s[i]===",";)i+=yield*this.pushCount(1),i+=yield*this.pushSpaces(!0),this.flowKey=!1;switch(i+=yield*this.pushIndicators(),s[i]){case void 0:return"flow";case"#":return yield*this.pushCount(s.length-i),"flow";case"{":case"[":return yield*this.pushCount(1),this.flowKey=!1,this.flowLevel+=1,"flow";case"}":case"]":return yield*this.pushCount(1),this.flowKey=!0,this.flowLevel-=1,this.flowLevel?"flow":"doc";case"*":return yield*this.pushUntil(tl),"flow";case'"':case"'":return this.flowKey=!0,yield*this.parseQuotedScalar();case":":{let o=this.charAt(1);if(this.flowKey||Ge(o)||o===",")return this.flowKey=!1,yield*this.pushCount(1),yield*this.pushSpaces(!0),"flow"}default:return this.flowKey=!1,yield*this.parsePlainScalar()}}*parseQuotedScalar(){let e=this.charAt(0),n=this.buffer.indexOf(e,this.pos+1);if(e==="'")for(;n!==-1&&this.buffer[n+1]==="'";)n=this.buffer.indexOf("'",n+2);else for(;n!==-1;){let i=0;for(;this.buffer[n-1-i]==="\\";)i+=1;if(i%2===0)break;n=this.buffer.indexOf('"',n+1)}let r=this.buffer.substring(0,n),s=r.indexOf(`
`,this.pos);if(s!==-1){for(;s!==-1;){let i=this.continueScalar(s+1);if(i===-1)break;s=r.indexOf(`
`,i)}s!==-1&&(n=s-(r[s-1]==="\r"?2:1))}if(n===-1){if(!this.atEnd)return this.setNext("quoted-scalar");n=this.buffer.length}return yield*this.pushToIndex(n+1,!1),this.flowLevel?"flow":"doc"}*parseBlockScalarHeader(){this.blockScalarIndent=-1,this.blockScalarKeep=!1;let e=this.pos;for(;;){let n=this.buffer[++e];if(n==="+")this.blockScalarKeep=!0;else if(n>"0"&&n<="9")this.blockScalarIndent=Number(n)-1;else if(n!=="-")break}return yield*this.pushUntil(n=>Ge(n)||n==="#")}*parseBlockScalar(){let e=this.pos-1,n=0,r;e:for(let i=this.pos;r=this.buffer[i];++i)switch(r){case" ":n+=1;break;case`
`:e=i,n=0;break;case"\r":{let o=this.buffer[i+1];if(!o&&!this.atEnd)return this.setNext("block-scalar");if(o===`
`)break}default:break e}if(!r&&!this.atEnd)return this.setNext("block-scalar");if(n>=this.indentNext){this.blockScalarIndent===-1?this.indentNext=n:this.indentNext=this.blockScalarIndent+(this.indentNext===0?1:this.indentNext);do{let i=this.continueScalar(e+1);if(i===-1)break;e=this.buffer.indexOf(`
`,i)}while(e!==-1);if(e===-1){if(!this.atEnd)return this.setNext("block-scalar");e=this.buffer.length}}let s=e+1;for(r=this.buffer[s];r===" ";)r=this.buffer[++s];if(r==="	"){for(;r==="	"||r===" "||r==="\r"||r===`
`;)r=this.buffer[++s];e=s-1}else if(!this.blockScalarKeep)do{let i=e-1,o=this.buffer[i];o==="\r"&&(o=this.buffer[--i]);let a=i;for(;o===" ";)o=this.buffer[--i];if(o===`
`&&i>=this.pos&&i+1+n>a)e=i;else break}while(!0);return yield $r.SCALAR,yield*this.pushToIndex(e+1,!0),yield*this.parseLineStart()}*parsePlainScalar(){let e=this.flowLevel>0,n=this.pos-1,r=this.pos-1,s;for(;s=this.buffer[++r];)if(s===":"){let i=this.buffer[r+1];if(Ge(i)||e&&gi.has(i))break;n=r}else if(Ge(s)){let i=this.buffer[r+1];if(s==="\r"&&(i===`
`?(r+=1,s=`
`,i=this.buffer[r+1]):n=r),i==="#"||e&&gi.has(i))break;if(s===`
`){let o=this.continueScalar(r+1);if(o===-1)break;r=Math.max(r,o-2)}}else{if(e&&gi.has(s))break;n=r}return!s&&!this.atEnd?this.setNext("plain-scalar"):(yield $r.SCALAR,yield*this.pushToIndex(n+1,!0),e?"flow":"doc")}*pushCount(e){return e>0?(yield this.buffer.substr(this.pos,e),this.pos+=e,e):0}*pushToIndex(e,n){let r=this.buffer.slice(this.pos,e);return r?(yield r,this.pos+=r.length,r.length):(n&&(yield""),0)}*pushIndicators(){let e=0;e:for(;;){switch(this.charAt(0)){case"!":e+=yield*this.pushTag(),e+=yield*this.pushSpaces(!0);continue e;case"&":e+=yield*this.pushUntil(tl),e+=yield*this.pushSpaces(!0);continue e;case"-":case"?":case":":{let n=this.flowLevel>0,r=this.charAt(1);if(Ge(r)||n&&gi.has(r)){n?this.flowKey&&(this.flowKey=!1):this.indentNext=this.indentValue+1,e+=yield*this.pushCount(1),e+=yield*this.pushSpaces(!0);continue e}}}break e}return e}*pushTag(){if(this.charAt(1)==="<"){let e=this.pos+2,n=this.buffer[e];for(;!Ge(n)&&n!==">";)n=this.buffer[++e];return yield*this.pushToIndex(n===">"?e+1:e,!1)}else{let e=this.pos+1,n=this.buffer[e];for(;n;)if(Cv.has(n))n=this.buffer[++e];else if(n==="%"&&rm.has(this.buffer[e+1])&&rm.has(this.buffer[e+2]))n=this.buffer[e+=3];else break;return yield*this.pushToIndex(e,!1)}}*pushNewline(){let e=this.buffer[this.pos];return e===`
`?yield*this.pushCount(1):e==="\r"&&this.charAt(1)===`
`?yield*this.pushCount(2):0}*pushSpaces(e){let n=this.pos-1,r;do r=this.buffer[++n];while(r===" "||e&&r==="	");let s=n-this.pos;return s>0&&(yield this.buffer.substr(this.pos,s),this.pos=n),s}*pushUntil(e){let n=this.pos,r=this.buffer[n];for(;!e(r);)r=this.buffer[++n];return yield*this.pushToIndex(n,!1)}};sm.Lexer=rl});var ol=N(im=>{"use strict";var il=class{static{l(this,"LineCounter")}constructor(){this.lineStarts=[],this.addNewLine=e=>this.lineStarts.push(e),this.linePos=e=>{let n=0,r=this.lineStarts.length;for(;n<r;){let i=n+r>>1;this.lineStarts[i]<e?n=i+1:r=i}if(this.lineStarts[n]===e)return{line:n+1,col:1};if(n===0)return{line:0,col:e};let s=this.lineStarts[n-1];return{line:n,col:e-s+1}}}};im.LineCounter=il});var ll=N(um=>{"use strict";var Nv=es("process"),om=hi(),Av=sl();function zn(t,e){for(let n=0;n<t.length;++n)if(t[n].type===e)return!0;return!1}l(zn,"includesToken");function am(t){for(let e=0;e<t.length;++e)switch(t[e].type){case"space":case"comment":case"newline":break;default:return e}return-1}l(am,"findNonEmptyIndex");function cm(t){switch(t?.type){case"alias":case"scalar":case"single-quoted-scalar":case"double-quoted-scalar":case"flow-collection":return!0;default:return!1}}l(cm,"isFlowToken");function yi(t){switch(t.type){case"document":return t.start;case"block-map":{let e=t.items[t.items.length-1];return e.sep??e.start}case"block-seq":return t.items[t.items.length-1].start;default:return[]}}l(yi,"getPrevProps");function Lt(t){if(t.length===0)return[];let e=t.length;e:for(;--e>=0;)switch(t[e].type){case"doc-start":case"explicit-key-ind":case"map-value-ind":case"seq-item-ind":case"newline":break e}for(;t[++e]?.type==="space";);return t.splice(e,t.length)}l(Lt,"getFirstKeyStartProps");function wi(t,e){if(e.length<1e5)Array.prototype.push.apply(t,e);else for(let n=0;n<e.length;++n)t.push(e[n])}l(wi,"arrayPushArray");function lm(t){if(t.start.type==="flow-seq-start")for(let e of t.items)e.sep&&!e.value&&!zn(e.start,"explicit-key-ind")&&!zn(e.sep,"map-value-ind")&&(e.key&&(e.value=e.key),delete e.key,cm(e.value)?e.value.end?wi(e.value.end,e.sep):e.value.end=e.sep:wi(e.start,e.sep),delete e.sep)}l(lm,"fixFlowSeqItems");var al=class{static{l(this,"Parser")}constructor(e){this.atNewLine=!0,this.atScalar=!1,this.indent=0,this.offset=0,this.onKeyLine=!1,this.stack=[],this.source="",this.type="",this.lexer=new Av.Lexer,this.onNewLine=e}*parse(e,n=!1){this.onNewLine&&this.offset===0&&this.onNewLine(0);for(let r of this.lexer.lex(e,n))yield*this.next(r);n||(yield*this.end())}*next(e){if(this.source=e,Nv.env.LOG_TOKENS&&console.log("|",om.prettyToken(e)),this.atScalar){this.atScalar=!1,yield*this.step(),this.offset+=e.length;return}let n=om.tokenType(e);if(n)if(n==="scalar")this.atNewLine=!1,this.atScalar=!0,this.type="scalar";else{switch(this.type=n,yield*this.step(),n){case"newline":this.atNewLine=!0,this.indent=0,this.onNewLine&&this.onNewLine(this.offset+e.length);break;case"space":this.atNewLine&&e[0]===" "&&(this.indent+=e.length);break;case"explicit-key-ind":case"map-value-ind":case"seq-item-ind":this.atNewLine&&(this.indent+=e.length);break;case"doc-mode":case"flow-error-end":return;default:this.atNewLine=!1}this.offset+=e.length}else{let r=`Not a YAML token: ${e}`;yield*this.pop({type:"error",offset:this.offset,message:r,source:e}),this.offset+=e.length}}*end(){for(;this.stack.length>0;)yield*this.pop()}get sourceToken(){return{type:this.type,offset:this.offset,indent:this.indent,source:this.source}}*step(){let e=this.peek(1);if(this.type==="doc-end"&&e?.type!=="doc-end"){for(;this.stack.length>0;)yield*this.pop();this.stack.push({type:"doc-end",offset:this.offset,source:this.source});return}if(!e)return yield*this.stream();switch(e.type){case"document":return yield*this.document(e);case"alias":case"scalar":case"single-quoted-scalar":case"double-quoted-scalar":return yield*this.scalar(e);case"block-scalar":return yield*this.blockScalar(e);case"block-map":return yield*this.blockMap(e);case"block-seq":return yield*this.blockSequence(e);case"flow-collection":return yield*this.flowCollection(e);case"doc-end":return yield*this.documentEnd(e)}yield*this.pop()}peek(e){return this.stack[this.stack.length-e]}*pop(e){let n=e??this.stack.pop();if(!n)yield{type:"error",offset:this.offset,source:"",message:"Tried to pop an empty stack"};else if(this.stack.length===0)yield n;else{let r=this.peek(1);switch(n.type==="block-scalar"?n.indent="indent"in r?r.indent:0:n.type==="flow-collection"&&r.type==="document"&&(n.indent=0),n.type==="flow-collection"&&lm(n),r.type){case"document":r.value=n;break;case"block-scalar":r.props.push(n);break;case"block-map":{let s=r.items[r.items.length-1];if(s.value){r.items.push({start:[],key:n,sep:[]}),this.onKeyLine=!0;return}else if(s.sep)s.value=n;else{Object.assign(s,{key:n,sep:[]}),this.onKeyLine=!s.explicitKey;return}break}case"block-seq":{let s=r.items[r.items.length-1];s.value?r.items.push({start:[],value:n}):s.value=n;break}case"flow-collection":{let s=r.items[r.items.length-1];!s||s.value?r.items.push({start:[],key:n,sep:[]}):s.sep?s.value=n:Object.assign(s,{key:n,sep:[]});return}default:yield*this.pop(),yield*this.pop(n)}if((r.type==="document"||r.type==="block-map"||r.type==="block-seq")&&(n.type==="block-map"||n.type==="block-seq")){let s=n.items[n.items.length-1];s&&!s.sep&&!s.value&&s.start.length>0&&am(s.start)===-1&&(n.indent===0||s.start.every(i=>i.type!=="comment"||i.indent<n.indent))&&(r.type==="document"?r.end=s.start:r.items.push({start:s.start}),n.items.splice(-1,1))}}}*stream(){switch(this.type){case"directive-line":yield{type:"directive",offset:this.offset,source:this.source};return;case"byte-order-mark":case"space":case"comment":case"newline":yield this.sourceToken;return;case"doc-mode":case"doc-start":{let e={type:"document",offset:this.offset,start:[]};this.type==="doc-start"&&e.start.push(this.sourceToken),this.stack.push(e);return}}yield{type:"error",offset:this.offset,message:`Unexpected ${this.type} token in YAML stream`,source:this.source}}*document(e){if(e.value)return yield*this.lineEnd(e);switch(this.type){case"doc-start":{am(e.start)!==-1?(yield*this.pop(),yield*this.step()):e.start.push(this.sourceToken);return}case"anchor":case"tag":case"space":case"comment":case"newline":e.start.push(this.sourceToken);return}let n=this.startBlockValue(e);n?this.stack.push(n):yield{type:"error",offset:this.offset,message:`Unexpected ${this.type} token in YAML document`,source:this.source}}*scalar(e){if(this.type==="map-value-ind"){let n=yi(this.peek(2)),r=Lt(n),s;e.end?(s=e.end,s.push(this.sourceToken),delete e.end):s=[this.sourceToken];let i={type:"block-map",offset:e.offset,indent:e.indent,items:[{start:r,key:e,sep:s}]};this.onKeyLine=!0,this.stack[this.stack.length-1]=i}else yield*this.lineEnd(e)}*blockScalar(e){switch(this.type){case"space":case"comment":case"newline":e.props.push(this.sourceToken);return;case"scalar":if(e.source=this.source,this.atNewLine=!0,this.indent=0,this.onNewLine){let n=this.source.indexOf(`
`)+1;for(;n!==0;)this.onNewLine(this.offset+n),n=this.source.indexOf(`
`,n)+1}yield*this.pop();break;default:yield*this.pop(),yield*this.step()}}*blockMap(e){let n=e.items[e.items.length-1];switch(this.type){case"newline":if(this.onKeyLine=!1,n.value){let r="end"in n.value?n.value.end:void 0;(Array.isArray(r)?r[r.length-1]:void 0)?.type==="comment"?r?.push(this.sourceToken):e.items.push({start:[this.sourceToken]})}else n.sep?n.sep.push(this.sourceToken):n.start.push(this.sourceToken);return;case"space":case"comment":if(n.value)e.items.push({start:[this.sourceToken]});else if(n.sep)n.sep.push(this.sourceToken);else{if(this.atIndentedComment(n.start,e.indent)){let s=e.items[e.items.length-2]?.value?.end;if(Array.isArray(s)){wi(s,n.start),s.push(this.sourceToken),e.items.pop();return}}n.start.push(this.sourceToken)}return}if(this.indent>=e.indent){let r=!this.onKeyLine&&this.indent===e.indent,s=r&&(n.sep||n.explicitKey)&&this.type!=="seq-item-ind",i=[];if(s&&n.sep&&!n.value){let o=[];for(let a=0;a<n.sep.length;++a){let c=n.sep[a];switch(c.type){case"newline":o.push(a);break;case"space":break;case"comment":c.indent>e.indent&&(o.length=0);break;default:o.length=0}}o.length>=2&&(i=n.sep.splice(o[1]))}switch(this.type){case"anchor":case"tag":s||n.value?(i.push(this.sourceToken),e.items.push({start:i}),this.onKeyLine=!0):n.sep?n.sep.push(this.sourceToken):n.start.push(this.sourceToken);return;case"explicit-key-ind":!n.sep&&!n.explicitKey?(n.start.push(this.sourceToken),n.explicitKey=!0):s||n.value?(i.push(this.sourceToken),e.items.push({start:i,explicitKey:!0})):this.stack.push({type:"block-map",offset:this.offset,indent:this.indent,items:[{start:[this.sourceToken],explicitKey:!0}]}),this.onKeyLine=!0;return;case"map-value-ind":if(n.explicitKey)if(n.sep)if(n.value)e.items.push({start:[],key:null,sep:[this.sourceToken]});else if(zn(n.sep,"map-value-ind"))this.stack.push({type:"block-map",offset:this.offset,indent:this.indent,items:[{start:i,key:null,sep:[this.sourceToken]}]});else if(cm(n.key)&&!zn(n.sep,"newline")){let o=Lt(n.start),a=n.key,c=n.sep;c.push(this.sourceToken),delete n.key,delete n.sep,this.stack.push({type:"block-map",offset:this.offset,indent:this.indent,items:[{start:o,key:a,sep:c}]})}else i.length>0?n.sep=n.sep.concat(i,this.sourceToken):n.sep.push(this.sourceToken);else if(zn(n.start,"newline"))Object.assign(n,{key:null,sep:[this.sourceToken]});else{let o=Lt(n.start);this.stack.push({type:"block-map",offset:this.offset,indent:this.indent,items:[{start:o,key:null,sep:[this.sourceToken]}]})}else n.sep?n.value||s?e.items.push({start:i,key:null,sep:[this.sourceToken]}):zn(n.sep,"map-value-ind")?this.stack.push({type:"block-map",offset:this.offset,indent:this.indent,items:[{start:[],key:null,sep:[this.sourceToken]}]}):n.sep.push(this.sourceToken):Object.assign(n,{key:null,sep:[this.sourceToken]});this.onKeyLine=!0;return;case"alias":case"scalar":case"single-quoted-scalar":case"double-quoted-scalar":{let o=this.flowScalar(this.type);s||n.value?(e.items.push({start:i,key:o,sep:[]}),this.onKeyLine=!0):n.sep?this.stack.push(o):(Object.assign(n,{key:o,sep:[]}),this.onKeyLine=!0);return}default:{let o=this.startBlockValue(e);if(o){if(o.type==="block-seq"){if(!n.explicitKey&&n.sep&&!zn(n.sep,"newline")){yield*this.pop({type:"error",offset:this.offset,message:"Unexpected block-seq-ind on same line with key",source:this.source});return}}else r&&e.items.push({start:i});this.stack.push(o);return}}}}yield*this.pop(),yield*this.step()}*blockSequence(e){let n=e.items[e.items.length-1];switch(this.type){case"newline":if(n.value){let r="end"in n.value?n.value.end:void 0;(Array.isArray(r)?r[r.length-1]:void 0)?.type==="comment"?r?.push(this.sourceToken):e.items.push({start:[this.sourceToken]})}else n.start.push(this.sourceToken);return;case"space":case"comment":if(n.value)e.items.push({start:[this.sourceToken]});else{if(this.atIndentedComment(n.start,e.indent)){let s=e.items[e.items.length-2]?.value?.end;if(Array.isArray(s)){wi(s,n.start),s.push(this.sourceToken),e.items.pop();return}}n.start.push(this.sourceToken)}return;case"anchor":case"tag":if(n.value||this.indent<=e.indent)break;n.start.push(this.sourceToken);return;case"seq-item-ind":if(this.indent!==e.indent)break;n.value||zn(n.start,"seq-item-ind")?e.items.push({start:[this.sourceToken]}):n.start.push(this.sourceToken);return}if(this.indent>e.indent){let r=this.startBlockValue(e);if(r){this.stack.push(r);return}}yield*this.pop(),yield*this.step()}*flowCollection(e){let n=e.items[e.items.length-1];if(this.type==="flow-error-end"){let r;do yield*this.pop(),r=this.peek(1);while(r?.type==="flow-collection")}else if(e.end.length===0){switch(this.type){case"comma":case"explicit-key-ind":!n||n.sep?e.items.push({start:[this.sourceToken]}):n.start.push(this.sourceToken);return;case"map-value-ind":!n||n.value?e.items.push({start:[],key:null,sep:[this.sourceToken]}):n.sep?n.sep.push(this.sourceToken):Object.assign(n,{key:null,sep:[this.sourceToken]});return;case"space":case"comment":case"newline":case"anchor":case"tag":!n||n.value?e.items.push({start:[this.sourceToken]}):n.sep?n.sep.push(this.sourceToken):n.start.push(this.sourceToken);return;case"alias":case"scalar":case"single-quoted-scalar":case"double-quoted-scalar":{let s=this.flowScalar(this.type);!n||n.value?e.items.push({start:[],key:s,sep:[]}):n.sep?this.stack.push(s):Object.assign(n,{key:s,sep:[]});return}case"flow-map-end":case"flow-seq-end":e.end.push(this.sourceToken);return}let r=this.startBlockValue(e);r?this.stack.push(r):(yield*this.pop(),yield*this.step())}else{let r=this.peek(2);if(r.type==="block-map"&&(this.type==="map-value-ind"&&r.indent===e.indent||this.type==="newline"&&!r.items[r.items.length-1].sep))yield*this.pop(),yield*this.step();else if(this.type==="map-value-ind"&&r.type!=="flow-collection"){let s=yi(r),i=Lt(s);lm(e);let o=e.end.splice(1,e.end.length);o.push(this.sourceToken);let a={type:"block-map",offset:e.offset,indent:e.indent,items:[{start:i,key:e,sep:o}]};this.onKeyLine=!0,this.stack[this.stack.length-1]=a}else yield*this.lineEnd(e)}}flowScalar(e){if(this.onNewLine){let n=this.source.indexOf(`
`)+1;for(;n!==0;)this.onNewLine(this.offset+n),n=this.source.indexOf(`
`,n)+1}return{type:e,offset:this.offset,indent:this.indent,source:this.source}}startBlockValue(e){switch(this.type){case"alias":case"scalar":case"single-quoted-scalar":case"double-quoted-scalar":return this.flowScalar(this.type);case"block-scalar-header":return{type:"block-scalar",offset:this.offset,indent:this.indent,props:[this.sourceToken],source:""};case"flow-map-start":case"flow-seq-start":return{type:"flow-collection",offset:this.offset,indent:this.indent,start:this.sourceToken,items:[],end:[]};case"seq-item-ind":return{type:"block-seq",offset:this.offset,indent:this.indent,items:[{start:[this.sourceToken]}]};case"explicit-key-ind":{this.onKeyLine=!0;let n=yi(e),r=Lt(n);return r.push(this.sourceToken),{type:"block-map",offset:this.offset,indent:this.indent,items:[{start:r,explicitKey:!0}]}}case"map-value-ind":{this.onKeyLine=!0;let n=yi(e),r=Lt(n);return{type:"block-map",offset:this.offset,indent:this.indent,items:[{start:r,key:null,sep:[this.sourceToken]}]}}}return null}atIndentedComment(e,n){return this.type!=="comment"||this.indent<=n?!1:e.every(r=>r.type==="newline"||r.type==="space")}*documentEnd(e){this.type!=="doc-mode"&&(e.end?e.end.push(this.sourceToken):e.end=[this.sourceToken],this.type==="newline"&&(yield*this.pop()))}*lineEnd(e){switch(this.type){case"comma":case"doc-start":case"doc-end":case"flow-seq-end":case"flow-map-end":case"map-value-ind":yield*this.pop(),yield*this.step();break;case"newline":this.onKeyLine=!1;default:e.end?e.end.push(this.sourceToken):e.end=[this.sourceToken],this.type==="newline"&&(yield*this.pop())}}};um.Parser=al});var hm=N(Mr=>{"use strict";var dm=Ya(),$v=Pr(),Vr=Cr(),Vv=Fo(),Mv=G(),Qv=ol(),pm=ll();function mm(t){let e=t.prettyErrors!==!1;return{lineCounter:t.lineCounter||e&&new Qv.LineCounter||null,prettyErrors:e}}l(mm,"parseOptions");function Iv(t,e={}){let{lineCounter:n,prettyErrors:r}=mm(e),s=new pm.Parser(n?.addNewLine),i=new dm.Composer(e),o=Array.from(i.compose(s.parse(t)));if(r&&n)for(let a of o)a.errors.forEach(Vr.prettifyError(t,n)),a.warnings.forEach(Vr.prettifyError(t,n));return o.length>0?o:Object.assign([],{empty:!0},i.streamInfo())}l(Iv,"parseAllDocuments");function fm(t,e={}){let{lineCounter:n,prettyErrors:r}=mm(e),s=new pm.Parser(n?.addNewLine),i=new dm.Composer(e),o=null;for(let a of i.compose(s.parse(t),!0,t.length))if(!o)o=a;else if(o.options.logLevel!=="silent"){o.errors.push(new Vr.YAMLParseError(a.range.slice(0,2),"MULTIPLE_DOCS","Source contains multiple documents; please use YAML.parseAllDocuments()"));break}return r&&n&&(o.errors.forEach(Vr.prettifyError(t,n)),o.warnings.forEach(Vr.prettifyError(t,n))),o}l(fm,"parseDocument");function Lv(t,e,n){let r;typeof e=="function"?r=e:n===void 0&&e&&typeof e=="object"&&(n=e);let s=fm(t,n);if(!s)return null;if(s.warnings.forEach(i=>Vv.warn(s.options.logLevel,i)),s.errors.length>0){if(s.options.logLevel!=="silent")throw s.errors[0];s.errors=[]}return s.toJS(Object.assign({reviver:r},n))}l(Lv,"parse");function zv(t,e,n){let r=null;if(typeof e=="function"||Array.isArray(e)?r=e:n===void 0&&e&&(n=e),typeof n=="string"&&(n=n.length),typeof n=="number"){let s=Math.round(n);n=s<1?void 0:s>8?{indent:8}:{indent:s}}if(t===void 0){let{keepUndefined:s}=n??e??{};if(!s)return}return Mv.isDocument(t)&&!r?t.toString(n):new $v.Document(t,r,n).toString(n)}l(zv,"stringify");Mr.parse=Lv;Mr.parseAllDocuments=Iv;Mr.parseDocument=fm;Mr.stringify=zv});var ym=N(H=>{"use strict";var Uv=Ya(),Dv=Pr(),Wv=Ea(),cl=Cr(),jv=dr(),Un=G(),Bv=Mn(),Fv=ce(),Gv=In(),Yv=Ln(),Xv=hi(),Kv=sl(),Zv=ol(),Hv=ll(),ki=hm(),gm=ar();H.Composer=Uv.Composer;H.Document=Dv.Document;H.Schema=Wv.Schema;H.YAMLError=cl.YAMLError;H.YAMLParseError=cl.YAMLParseError;H.YAMLWarning=cl.YAMLWarning;H.Alias=jv.Alias;H.isAlias=Un.isAlias;H.isCollection=Un.isCollection;H.isDocument=Un.isDocument;H.isMap=Un.isMap;H.isNode=Un.isNode;H.isPair=Un.isPair;H.isScalar=Un.isScalar;H.isSeq=Un.isSeq;H.Pair=Bv.Pair;H.Scalar=Fv.Scalar;H.YAMLMap=Gv.YAMLMap;H.YAMLSeq=Yv.YAMLSeq;H.CST=Xv;H.Lexer=Kv.Lexer;H.LineCounter=Zv.LineCounter;H.Parser=Hv.Parser;H.parse=ki.parse;H.parseAllDocuments=ki.parseAllDocuments;H.parseDocument=ki.parseDocument;H.stringify=ki.stringify;H.visit=gm.visit;H.visitAsync=gm.visitAsync});var ts=1000000000n,Ec=9223372036854775807n,og=new Map([["n",-9],["u",-6],["m",-3],["",0],["k",3],["M",6],["G",9],["T",12],["P",15],["E",18]]),Rc=new Map([["Ki",10],["Mi",20],["Gi",30],["Ti",40],["Pi",50],["Ei",60]]);function Cc(t){if(t.length>512)return null;let e=/^([+-]?)(\d+(?:\.\d*)?|\.\d+)(.*)$/s.exec(t);if(e===null)return null;let[,n="",r="",s=""]=e,[i="",o=""]=r.split("."),a=BigInt(`${i}${o}`||"0"),c=ag(a,o.length,s);if(c===null)return null;let m=Rc.has(s)&&c>Ec*ts?Ec*ts:c;return{nanos:n==="-"?-m:m}}l(Cc,"parseQuantity");function wT(t){return Number(rs(t.nanos,1000000n))}l(wT,"toMillicores");function kT(t){return Number(rs(t.nanos,ts))}l(kT,"toBytes");function ag(t,e,n){let r=Rc.get(n);if(r!==void 0)return rs(t*ts*2n**BigInt(r),10n**BigInt(e));let s=og.get(n)??lg(n);if(s===null)return null;let i=s-e+9;return i>=0?t*10n**BigInt(Math.min(i,64)):rs(t,10n**BigInt(Math.min(-i,600)))}l(ag,"scaleMantissa");function lg(t){let e=/^[eE]([+-]?\d{1,6})$/.exec(t);return e?.[1]===void 0?null:Number(e[1])}l(lg,"scientificExponent");function rs(t,e){let n=t/e;return t%e>0n?n+1n:n}l(rs,"divideUp");function ss(t,e){let n=null;return{path:t,text:e,get lineStarts(){return n??=ug(e),n}}}l(ss,"createSourceFile");function is(t,e){let n=cg(t,e);return{line:n+1,column:e-(t.lineStarts[n]??0)+1}}l(is,"lineColumnAt");function cg(t,e){let n=t.lineStarts,r=0,s=n.length-1;for(;r<s;){let i=r+s+1>>1;(n[i]??0)<=e?r=i:s=i-1}return r}l(cg,"lineIndexAt");function OT(t,e){return t.lineStarts[e]??t.text.length}l(OT,"lineStartAt");function ug(t){let e=[0];for(let n=t.indexOf(`
`);n>=0;n=t.indexOf(`
`,n+1))e.push(n+1);return e}l(ug,"computeLineStarts");var os=vc(Nc(),1);function Me(t,e){let{line:n,column:r}=is(t.file,t.span.start);return{file:t.file.path,line:n,column:r,message:e}}l(Me,"mistakeAt");function kt(t,e){if(e.length===0)return"";let n=(0,os.closest)(t,e.filter(r=>r!==t));return(0,os.distance)(t,n)<=Math.max(2,Math.floor(t.length/3))?` Did you mean "${n}"?`:""}l(kt,"didYouMean");function to(t){return t.map(({file:e,line:n,column:r,message:s})=>`${e}:${n}:${r}: ${s}`).join(`
`)}l(to,"printMistakes");var CT=[ro("ignore-unused","Every ignore matches a finding and gives a reason","warning","An ignore that matches nothing hides the next finding of that policy, and nobody remembers why it is there. An ignore without a reason cannot be judged by the next reader."),ro("ignore-expired","No ignore is past its date","warning","An ignore with `until=` is a promise to come back. After that day the finding counts again, and the ignore is reported."),ro("ignore-unknown-policy","Every ignore names a policy that exists","error","A misspelt name ignores nothing, although its author believes that it does.")];function ro(t,e,n,r){return{id:t,group:"ignores",title:e,severity:n,confidence:"fact",scope:"system",programs:[],roles:[],params:new Map,each:null,variables:[],matchConditions:[],validations:[],rationale:r,references:[],invalid:[],valid:[]}}l(ro,"ignorePolicy");var Ac=new Map([["cpu/celery-autoscale-exceeds-cpu.yaml",`id: celery-autoscale-exceeds-cpu
title: "Celery's autoscaling stays within the CPU"
severity: warning
confidence: practice
programs: [celery]
roles: [worker]
params: {perCore: 1}
variables:
  - {name: ceiling, expression: "max(1, ceil(params.perCore * sizing.cpu))"}
matchConditions:
  - {name: autoscales, expression: "settings.autoscale != null"}
  - {name: processes, expression: "settings.pool_effective == 'prefork'"}
  - {name: computes, expression: "sizing.profile == 'cpu'"}
validations:
  - expression: settings.autoscale[0] <= variables.ceiling
    messageExpression: "'--autoscale grows to %d celery processes on %s CPU; tasks that compute want at most %d'.format([settings.autoscale[0], sizing.cpuText, variables.ceiling])"
    target: settings.autoscale
    recommendation:
      target: settings.autoscale
      value: "'%d,%d'.format([sizing.recommended.concurrency, min(sizing.recommended.concurrency, settings.autoscale[1])])"
    alternatives:
      - {field: container.resources.limits.cpu, value: "cpuText(settings.autoscale[0] * 1000)"}
      - {field: "workerlint.dev/profile", value: "'io'"}
rationale: |
  The pool grows to its maximum exactly when the queue is full, so the maximum is what the container must carry. Measured
  at 500m with tasks that compute: 1, 2, 4 and 8 processes all finish 4.9 tasks a second, while one task takes 0.2 to 1.7
  s. Work that waits does gain; say so with the annotation \`workerlint.dev/profile: io\`.
references:
  - https://docs.celeryq.dev/en/stable/userguide/workers.html#autoscaling
  - https://docs.celeryq.dev/en/stable/userguide/configuration.html#worker-concurrency
examples:
  invalid:
    - name: up to ten on one core
      line: 8
      message: "--autoscale grows to 10 celery processes on 1 CPU"
      recommendation: "--autoscale=1,1"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, "--autoscale=10,2"]
              resources: {limits: {cpu: "1", memory: 4Gi}}
  valid:
    - name: up to the cores
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, "--autoscale=2,1"]
              resources: {limits: {cpu: "2", memory: 4Gi}}
    - name: greenlets are no processes
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -P, gevent, "--autoscale=100,10"]
              resources: {limits: {cpu: "1", memory: 1Gi}}
`],["cpu/celery-concurrency-exceeds-cpu.yaml",`id: celery-concurrency-exceeds-cpu
title: Celery's processes fit the CPU
severity: warning
confidence: practice
programs: [celery]
roles: [worker]
params: {perCore: 1}
variables:
  - {name: ceiling, expression: "max(1, ceil(params.perCore * sizing.cpu))"}
matchConditions:
  - {name: processes, expression: "settings.pool_effective == 'prefork'"}
  - {name: known, expression: "settings.autoscale == null"}
  - {name: computes, expression: "sizing.profile == 'cpu'"}
validations:
  - expression: settings.concurrency <= variables.ceiling
    messageExpression: "'%d celery processes share %s CPU; tasks that compute want at most %d'.format([settings.concurrency, sizing.cpuText, variables.ceiling])"
    target: settings.concurrency
    recommendation: sizing.recommended.concurrency
    alternatives:
      - {field: container.resources.limits.cpu, value: "cpuText(sizing.recommended.cpu)"}
      - {field: "workerlint.dev/profile", value: "'io'"}
    related:
      - {target: container.resources.limits.cpu, message: "'limits.cpu is %s here'.format([sizing.cpuText])"}
rationale: |
  Tasks that compute gain nothing from more processes than cores: measured at 500m, 1, 2, 4 and 8 processes all finish 4.9
  tasks a second, while the run time of a task grows from 0.2 to 1.7 s and memory from 54 to 215 MiB. Tasks that wait for
  the network do gain; say so with the annotation \`workerlint.dev/profile: io\`.
references:
  - https://docs.celeryq.dev/en/stable/userguide/configuration.html#worker-concurrency
  - https://docs.celeryq.dev/en/stable/userguide/concurrency/index.html
examples:
  invalid:
    - name: eight processes on one core
      line: 9
      message: 8 celery processes share 1 CPU
      recommendation: --concurrency=1
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              image: registry.example/shop:1
              command: [celery, -A, shop, worker, --concurrency=8]
              resources: {limits: {cpu: "1", memory: 4Gi}}
  valid:
    - name: one process for each core
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: worker}
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, --concurrency=2]
              resources: {limits: {cpu: 1500m, memory: 4Gi}}
    - name: greenlets are no processes
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: worker}
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, --pool=gevent, --concurrency=100]
              resources: {limits: {cpu: "1", memory: 1Gi}}
    - name: the profile says that tasks wait
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
          annotations: {workerlint.dev/profile: io}
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, --concurrency=8]
              resources: {limits: {cpu: "1", memory: 4Gi}}
`],["cpu/celery-concurrency-implicit.yaml",`id: celery-concurrency-implicit
title: Celery workers say how many processes they start
severity: warning
confidence: fact
programs: [celery]
roles: [worker]
matchConditions:
  - {name: not-said-as-zero, expression: process.zeroWord == null}
  - {name: concurrency-counts, expression: "settings.pool_effective != 'solo'"}
  - {name: no-autoscale, expression: settings.autoscale == null}
  - {name: not-a-missing-limit, expression: "!container.downwardVariables.exists(variable, variable.resource == 'limits.cpu' && variable.value == null && variable.name in process.variablesInUse)"}
validations:
  - expression: "!('concurrency' in process.cpuCountSettings) || 'pool_effective' in process.cpuCountSettings"
    messageExpression: "'celery has no --concurrency, so it starts one process for each CPU of the node; %s wants --concurrency=%s (unless the app sets worker_concurrency)'.format([sizing.cpuText + ' CPU', sizing.recommended.concurrency])"
    message: celery has no --concurrency, so it starts one process for each CPU of the node; set it (unless the app sets worker_concurrency)
    target: settings.concurrency
    recommendation: sizing.recommended.concurrency
    related:
      - {target: container.resources.limits.cpu, message: "'limits.cpu is %s here'.format([sizing.cpuText])"}
rationale: |
  Without \`--concurrency\`, \`CELERY_WORKER_CONCURRENCY\` or \`worker_concurrency\` celery asks the operating system for the
  number of CPUs, and that is the node's, not the container's: a worker limited to half a core starts 64 children on a
  64-core node. Measured with a limit of 512Mi and 500m: 16 cores still start, on 32 and 64 the container is killed for
  memory before the first task. The same manifest behaves differently on every kind of node.
references:
  - https://docs.celeryq.dev/en/stable/userguide/workers.html#concurrency
  - https://github.com/celery/celery/blob/v5.6.3/celery/worker/worker.py
  - https://github.com/celery/celery/issues/10320
examples:
  invalid:
    - name: a worker without --concurrency
      line: 12
      message: celery has no --concurrency
      recommendation: --concurrency=2
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          template:
            spec:
              containers:
                - name: worker
                  image: registry.example/shop:1
                  command:
                    - celery
                    - --app=shop
                    - worker
                  resources:
                    limits: {cpu: 2500m, memory: 1Gi}
  valid:
    - name: the concurrency is written
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: worker}
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              resources: {limits: {cpu: 2500m, memory: 1Gi}}
    - name: a solo pool has no processes to count
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: worker}
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, --pool=solo]
              resources: {limits: {cpu: 2500m, memory: 1Gi}}
`],["cpu/celery-proc-alive-risk.yaml",`id: celery-proc-alive-risk
title: "Celery's children start within four seconds"
severity: warning
confidence: heuristic
programs: [celery]
roles: [worker]
params: {perCore: 8}
matchConditions:
  - {name: processes, expression: "settings.pool_effective == 'prefork'"}
  - {name: limited, expression: sizing.cpuIsLimit}
validations:
  - expression: process.processes <= max(2, params.perCore * sizing.cpu)
    messageExpression: "'%d celery processes start on %s CPU; those that are not up within 4 s are killed and started again: want %d'.format([process.processes, sizing.cpuText, sizing.recommended.concurrency])"
    target: process.processes
    recommendation: sizing.recommended.concurrency
    alternatives:
      - {field: worker_proc_alive_timeout, value: "'30'"}
rationale: |
  celery kills a child that does not report within worker_proc_alive_timeout (4 s) and forks another. Many children that
  share little CPU are all late, so they are killed and forked for ever; the worker answers pings and does no task.
  Starting 16 children took 3.9 s at 500m where 64 took 7.8 s.
references:
  - https://docs.celeryq.dev/en/stable/userguide/configuration.html#worker-proc-alive-timeout
  - https://github.com/celery/celery/issues/9781
examples:
  invalid:
    - name: twenty children on half a core
      line: 8
      message: 20 celery processes start on 500m CPU
      recommendation: "--concurrency=1"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, --concurrency=20]
              resources: {limits: {cpu: 500m, memory: 4Gi}}
  valid:
    - name: few children
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, --concurrency=4]
              resources: {limits: {cpu: 500m, memory: 1Gi}}
    - name: no limit slows the start
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, --concurrency=20]
              resources: {requests: {cpu: 500m, memory: 4Gi}}
`],["cpu/container-workers-exceed-cpu.yaml",`id: container-workers-exceed-cpu
title: All servers of a container fit its CPU together
severity: warning
confidence: practice
scope: container
params: {perCore: 2, plus: 1}
variables:
  - {name: cpu, expression: "(container.limits.cpu != null ? container.limits.cpu : 2 * container.requests.cpu) / 1000.0"}
  - {name: ceiling, expression: "max(1, floor(params.perCore * variables.cpu) + params.plus)"}
matchConditions:
  - {name: several, expression: container.servers > 1}
validations:
  - expression: container.workingProcesses <= max(container.servers, variables.ceiling)
    messageExpression: "'%d servers of this container start %d processes on %s CPU; at most %d can run well'.format([container.servers, container.workingProcesses, numberText(variables.cpu), variables.ceiling])"
    target: container.name
rationale: |
  Each server alone may fit while all of them together do not: a web server with three workers beside a queue worker with
  four on one core is seven processes on one core, in one memory limit and one quota. Containers of their own can be
  sized, scaled and restarted one by one.
references:
  - https://gunicorn.org/design/#how-many-workers
  - https://docs.docker.com/engine/containers/multi-service_container/
examples:
  invalid:
    - name: a web server and a queue worker
      line: 7
      message: 2 servers of this container start 7 processes on 1 CPU
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [sh, -c, "celery -A shop worker -c 4 & exec gunicorn shop.wsgi -w 3"]
              resources: {limits: {cpu: "1", memory: 1Gi}}
  valid:
    - name: they fit together
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [sh, -c, "celery -A shop worker -c 1 & exec gunicorn shop.wsgi -w 2"]
              resources: {limits: {cpu: "1", memory: 1Gi}}
    - name: one of them is not known
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [sh, -c, "celery -A shop worker & exec gunicorn shop.wsgi -w 3"]
              resources: {limits: {cpu: "1", memory: 1Gi}}
`],["cpu/cpu-limit-burst.yaml",`id: cpu-limit-burst
title: A CPU quota lasts longer than a moment
severity: info
confidence: heuristic
roles: [web, worker]
matchConditions:
  - {name: limited, expression: sizing.cpuIsLimit}
  - {name: below-one-core, expression: sizing.cpu < 1}
validations:
  - expression: process.processes < 4
    messageExpression: "'%d busy processes use up the quota of %s in %d ms of every 100 ms and stand still for the rest; want fewer processes or no CPU limit'.format([process.processes, sizing.cpuText, round(100 * sizing.cpu / process.processes)])"
    target: process.processes
    recommendation: sizing.recommended.processes
rationale: |
  A CPU limit is a quota for every 100 ms. n busy processes use it n times as fast and then all of them stand still.
  Measured at 500m: with one worker the 95th percentile is 149 ms, with sixteen 266 ms, at the same throughput. A request
  without a limit, or a limit of whole cores, removes the effect.
references:
  - https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#how-pods-with-resource-limits-are-run
  - https://docs.kernel.org/scheduler/sched-bwc.html
examples:
  invalid:
    - name: four processes on half a core
      line: 8
      message: 4 busy processes use up the quota of 500m in 13 ms
      recommendation: "--workers=2"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "4"]
              resources: {limits: {cpu: 500m, memory: 1Gi}}
  valid:
    - name: two processes
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "2"]
              resources: {limits: {cpu: 500m, memory: 1Gi}}
    - name: no limit
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "4"]
              resources: {requests: {cpu: 500m, memory: 1Gi}}
`],["cpu/cpu-request-missing.yaml",`id: cpu-request-missing
title: Containers request CPU
severity: warning
confidence: practice
scope: container
matchConditions:
  - {name: serves, expression: "container.role != 'initContainer' && container.servers > 0"}
  - {name: complete, expression: "!workload.isTemplate"}
validations:
  - expression: container.requests.cpu != null || container.limits.cpu != null
    message: no CPU is requested, so under load the container gets what its neighbours leave; want requests.cpu
    target: container.resources.requests.cpu
rationale: |
  The request is what the scheduler reserves and what a container gets when the node is busy. Measured beside a neighbour
  that requests 1500m: with a request of 500m the server keeps half a core, without one it serves no request at all.
  Autoscaling on CPU utilisation does nothing for a pod without it.
references:
  - https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
  - https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/
examples:
  invalid:
    - name: only memory is requested
      line: 10
      message: no CPU is requested
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "2"]
              resources:
                requests:
                  memory: 512Mi
  valid:
    - name: a request
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "2"]
              resources: {requests: {cpu: 500m}}
    - name: a limit is a request too
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "2"]
              resources: {limits: {cpu: 500m}}
    - name: a namespace gives defaults
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          namespace: shop
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "2"]
        ---
        apiVersion: v1
        kind: LimitRange
        metadata: {name: defaults, namespace: shop}
        spec:
          limits: [{type: Container, defaultRequest: {cpu: 250m}}]
`],["cpu/downward-api-divisor.yaml",`id: downward-api-divisor
title: A number of workers is counted in cores
severity: error
confidence: fact
each: container.downwardVariables
matchConditions:
  - {name: cpu, expression: "each.resource in ['limits.cpu', 'requests.cpu']"}
  - {name: thousandths, expression: "!(each.divisor in ['1', '0'])"}
  - {name: used, expression: each.name in process.variablesInUse}
  - {name: counts, expression: "each.name.looksLike('*CONCURRENCY*') || each.name.looksLike('*WORKERS*') || each.name.looksLike('*PROCESSES*') || each.name.looksLike('*THREADS*')"}
validations:
  - expression: each.value == null || each.value <= 64
    messageExpression: "'%s is %d, because its divisor is %s; want divisor 1, which gives whole cores'.format([each.name, each.value, each.divisor])"
    target: "env.{each.name}"
rationale: |
  The value of a resourceFieldRef is the amount divided by the divisor, rounded up. Of cores the API server takes
  the divisors 1, which is the default, and 1m, which makes 1500 of one and a half cores: a server that reads it as a number of workers tries to start 1500 processes.
references:
  - https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/resource-field-selector/
  - https://kubernetes.io/docs/concepts/workloads/pods/downward-api/
  - https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/api/v1/resource/helpers.go#L105-L149
  - https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/apis/core/validation/validation.go#L2971-L2995
examples:
  invalid:
    - name: millicores as workers
      line: 10
      message: "WEB_CONCURRENCY is 1500, because its divisor is 1m"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
              env:
                - name: WEB_CONCURRENCY
                  valueFrom: {resourceFieldRef: {resource: limits.cpu, divisor: 1m}}
              resources: {limits: {cpu: 1500m}}
  valid:
    - name: whole cores
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
              env:
                - name: WEB_CONCURRENCY
                  valueFrom: {resourceFieldRef: {resource: limits.cpu, divisor: "1"}}
              resources: {limits: {cpu: 1500m}}
    - name: whole cores of a large container
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
              env:
                - name: WEB_CONCURRENCY
                  valueFrom: {resourceFieldRef: {resource: limits.cpu}}
              resources: {limits: {cpu: "96"}}
    - name: millicores that are no number of workers
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [sh, -c, "exec gunicorn shop.wsgi -w 2 --statsd-prefix=cpu$CPU_MILLIS"]
              env:
                - name: CPU_MILLIS
                  valueFrom: {resourceFieldRef: {resource: limits.cpu, divisor: 1m}}
              resources: {limits: {cpu: 1500m}}
`],["cpu/downward-api-limit-unset.yaml",`id: downward-api-limit-unset
title: A variable made from a limit has a limit to show
severity: error
confidence: fact
each: container.downwardVariables
matchConditions:
  - {name: from-a-limit, expression: "each.resource in ['limits.cpu', 'limits.memory']"}
  - {name: used, expression: each.name in process.variablesInUse}
validations:
  - expression: "(each.resource == 'limits.cpu' ? container.limits.cpu : container.limits.memory) != null"
    messageExpression: "'%s is %s, which is not set, so it shows all that the node can allocate; want %s, or a limit'.format([each.name, each.resource, each.resource.replaceFirst('limits', 'requests')])"
    target: "env.{each.name}"
rationale: |
  When neither the container nor its pod has the limit, the downward API does not leave the variable empty: it shows what
  the node can allocate. A limit of 0 counts as none. A LimitRange of the namespace may set one. A server that takes its number of workers from it starts 64 of them on a 64-core node, and the same manifest behaves
  differently on every node.
references:
  - https://kubernetes.io/docs/concepts/workloads/pods/downward-api/
  - https://kubernetes.io/docs/tasks/inject-data-application/environment-variable-expose-pod-information/
  - https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/kubelet/kubelet_resources.go#L39-L76
  - https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/api/v1/resource/helpers.go#L187-L204
examples:
  invalid:
    - name: workers from a CPU limit that is not there
      line: 10
      message: "WEB_CONCURRENCY is limits.cpu, which is not set"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
              env:
                - name: WEB_CONCURRENCY
                  valueFrom: {resourceFieldRef: {resource: limits.cpu}}
              resources: {requests: {cpu: 500m}}
  valid:
    - name: the limit is set
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
              env:
                - name: WEB_CONCURRENCY
                  valueFrom: {resourceFieldRef: {resource: limits.cpu}}
              resources: {limits: {cpu: "2"}}
    - name: a request has no such fallback
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
              env:
                - name: WEB_CONCURRENCY
                  valueFrom: {resourceFieldRef: {resource: requests.cpu}}
              resources: {requests: {cpu: "2"}}
    - name: nothing that counts workers reads it
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "2"]
              env:
                - name: NODE_MEMORY
                  valueFrom: {resourceFieldRef: {resource: limits.memory}}
`],["cpu/downward-api-resize.yaml",`id: downward-api-resize
title: A number of workers follows a resize of the CPU
severity: info
confidence: fact
each: container.downwardVariables
matchConditions:
  - {name: cpu, expression: "each.resource in ['limits.cpu', 'requests.cpu']"}
  - {name: used, expression: each.name in process.variablesInUse}
validations:
  - expression: "!container.resizesCpuInPlace"
    messageExpression: "'%s keeps its value when the CPU is resized without a restart; want restartPolicy RestartContainer for cpu'.format([each.name])"
    target: "env.{each.name}"
rationale: |
  Variables are set when a container starts. With resizePolicy NotRequired the kubelet changes the CPU of the running
  container, and the server keeps the number of workers that fitted the old amount until something else restarts it.
references:
  - https://kubernetes.io/docs/tasks/configure-pod-container/resize-container-resources/
  - https://kubernetes.io/docs/concepts/workloads/pods/downward-api/
examples:
  invalid:
    - name: a resize without a restart
      line: 10
      message: WEB_CONCURRENCY keeps its value when the CPU is resized
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
              env:
                - name: WEB_CONCURRENCY
                  valueFrom: {resourceFieldRef: {resource: limits.cpu}}
              resizePolicy: [{resourceName: cpu, restartPolicy: NotRequired}]
              resources: {limits: {cpu: "2"}}
  valid:
    - name: the container restarts
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
              env:
                - name: WEB_CONCURRENCY
                  valueFrom: {resourceFieldRef: {resource: limits.cpu}}
              resizePolicy: [{resourceName: cpu, restartPolicy: RestartContainer}]
              resources: {limits: {cpu: "2"}}
    - name: only memory is resized in place
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
              env:
                - name: WEB_CONCURRENCY
                  valueFrom: {resourceFieldRef: {resource: limits.cpu}}
              resizePolicy: [{resourceName: memory, restartPolicy: NotRequired}]
              resources: {limits: {cpu: "2"}}
`],["cpu/event-loop-workers-exceed-cpu.yaml",`id: event-loop-workers-exceed-cpu
title: Event loops fit the CPU
severity: warning
confidence: practice
programs: [gunicorn, uvicorn, fastapi, hypercorn, granian]
roles: [web]
params: {perCore: 1}
variables:
  - {name: ceiling, expression: "max(1, ceil(params.perCore * sizing.cpu))"}
matchConditions:
  - {name: event-loops, expression: "process.concurrency == 'eventLoop'"}
  - {name: counted, expression: "!has(settings.reload) || settings.reload == false"}
validations:
  - expression: process.processes <= variables.ceiling || process.processes <= 2
    messageExpression: "'%d event loops of %s share %s CPU; one for each core is all that can run: want %d'.format([process.processes, process.program, sizing.cpuText, sizing.recommended.processes])"
    target: process.processes
    recommendation: sizing.recommended.processes
    alternatives:
      - {field: container.resources.limits.cpu, value: "cpuText(process.processes * 1000)"}
    related:
      - {target: container.resources.limits.cpu, message: "'limits.cpu is %s here'.format([sizing.cpuText])"}
rationale: |
  An event loop serves many requests at once and keeps a core busy by itself, so more loops than cores only burn the CPU
  quota sooner in every 100 ms and cost memory: each worker loads the whole application. The documentation of FastAPI,
  uvicorn and granian asks for one process in a container and replicas for the rest. Two are always accepted, as a spare
  while one restarts.
references:
  - https://fastapi.tiangolo.com/deployment/docker/#replication-number-of-processes
  - https://www.uvicorn.org/deployment/
  - https://github.com/emmett-framework/granian#workers-and-threads
examples:
  invalid:
    - name: eight loops on one core
      line: 8
      message: 8 event loops of uvicorn share 1 CPU
      recommendation: "--workers=1"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [uvicorn, "shop:app", --host=0.0.0.0, --workers=8]
              resources: {limits: {cpu: "1", memory: 1Gi}}
    - name: "gunicorn with uvicorn's workers"
      line: 8
      message: 9 event loops of gunicorn share 1 CPU
      recommendation: "--workers=1"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, "shop:app", -k, uvicorn_worker.UvicornWorker, -w, "9"]
              resources: {limits: {cpu: "1", memory: 1Gi}}
  valid:
    - name: one for each core
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [uvicorn, "shop:app", --workers=4]
              resources: {limits: {cpu: "4", memory: 2Gi}}
    - name: a spare on less than one core
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [uvicorn, "shop:app", --workers=2]
              resources: {limits: {cpu: 500m, memory: 1Gi}}
    - name: nothing to size by
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [uvicorn, "shop:app", --workers=8]
`],["cpu/gunicorn-workers-exceed-cpu.yaml",`id: gunicorn-workers-exceed-cpu
title: Gunicorn workers fit the CPU
severity: warning
confidence: practice
programs: [gunicorn]
params: {perCore: 2, plus: 1}
variables:
  - {name: ceiling, expression: "max(1, floor(params.perCore * sizing.cpu) + params.plus)"}
matchConditions:
  - {name: synchronous, expression: "settings.worker_class_effective in ['sync', 'gthread']"}
validations:
  - expression: settings.workers <= variables.ceiling
    messageExpression: "'%d gunicorn workers share %s CPU; at most %d can run well'.format([settings.workers, sizing.cpuText, variables.ceiling])"
    target: settings.workers
    recommendation: sizing.recommended.workers
    alternatives:
      - {field: container.resources.limits.cpu, value: "cpuText(sizing.recommended.cpu)"}
    related:
      - {target: container.resources.limits.cpu, message: "'limits.cpu is %s here'.format([sizing.cpuText])"}
rationale: |
  gunicorn's own rule is 2 × cores + 1, and the cores that count are the container's. More processes only burn the CPU
  quota sooner in every 100 ms: measured at 500m with work that computes, 8 workers serve no more requests than one, need
  six times its memory, take seven times as long to start and double the 95th percentile. Work that waits is served better by
  threads (\`--threads\`), which cost almost no memory.
references:
  - https://gunicorn.org/design/#how-many-workers
  - https://github.com/benoitc/gunicorn/issues/3159
examples:
  invalid:
    - name: nine workers on half a core
      line: 12
      message: 9 gunicorn workers share 500m CPU; at most 2 can run well
      recommendation: --workers=2
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              containers:
                - name: web
                  image: registry.example/shop:1
                  command: ["gunicorn", "shop.wsgi"]
                  args: ["--workers", "9"]
                  resources:
                    limits: {cpu: 500m, memory: 2Gi}
  valid:
    - name: 2 × 1 + 1 workers on one core
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "3"]
              resources: {limits: {cpu: "1", memory: 1Gi}}
    - name: without a limit twice the request counts
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "5"]
              resources: {requests: {cpu: "1", memory: 1Gi}}
    - name: nothing to size by
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "40"]
`],["cpu/queue-processes-exceed-cpu.yaml",`id: queue-processes-exceed-cpu
title: Processes of a queue worker fit the CPU
severity: warning
confidence: heuristic
programs: [dramatiq, rq, huey]
roles: [worker]
matchConditions:
  - {name: computes, expression: "sizing.profile == 'cpu'"}
validations:
  - expression: process.processes <= max(1, ceil(sizing.cpu))
    messageExpression: "'%d processes of %s share %s CPU; tasks that compute want at most %d'.format([process.processes, process.program, sizing.cpuText, max(1, ceil(sizing.cpu))])"
    target: process.processes
    recommendation: sizing.recommended.processes
    alternatives:
      - {field: container.resources.limits.cpu, value: "cpuText(process.processes * 1000)"}
rationale: |
  Tasks that compute gain nothing from more processes than cores: measured with celery at 500m, 1 to 8 processes finish
  the same number of tasks a second while each task takes longer and each process costs memory. Tasks that wait do gain;
  say so with \`workerlint.dev/profile: io\`.
references:
  - https://dramatiq.io/guide.html
  - https://python-rq.org/docs/workers/
  - https://huey.readthedocs.io/en/latest/consumer.html
examples:
  invalid:
    - name: eight processes on one core
      line: 8
      message: 8 processes of dramatiq share 1 CPU
      recommendation: "--processes=1"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [dramatiq, shop.tasks, --processes=8]
              resources: {limits: {cpu: "1", memory: 4Gi}}
  valid:
    - name: one for each core
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [dramatiq, shop.tasks, --processes=2]
              resources: {limits: {cpu: "2", memory: 4Gi}}
    - name: threads of huey
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [huey_consumer, shop.huey, --workers=8]
              resources: {limits: {cpu: "1", memory: 1Gi}}
`],["cpu/single-process-wastes-cpu.yaml",`id: single-process-wastes-cpu
title: Requested cores have processes to run on them
severity: warning
confidence: fact
roles: [web, worker]
programs: [gunicorn, celery, uvicorn, fastapi, hypercorn, waitress, daphne, huey]
matchConditions:
  - {name: certain, expression: "!process.conditional && container.servers == 1"}
validations:
  - expression: process.processes > 1 || container.requests.cpu == null || container.requests.cpu < 2000
    messageExpression: "'one process of %s runs on one core at a time, and %s CPU are requested; want %d processes or requests.cpu 1'.format([process.program, cpuText(container.requests.cpu), floor(container.requests.cpu / 1000)])"
    target: process.processes
    recommendation:
      target: process.processes
      value: floor(container.requests.cpu / 1000)
      derivation:
        - {term: "'requests.cpu'", value: cpuText(container.requests.cpu)}
        - {term: "'processes: one for each whole core'", value: numberText(floor(container.requests.cpu / 1000))}
    alternatives:
      - {field: container.resources.requests.cpu, value: "'1'"}
    related:
      - {target: container.resources.requests.cpu, message: "'requests.cpu is %s here'.format([cpuText(container.requests.cpu)])"}
rationale: |
  One Python process runs Python code on one core at a time, however many threads it has: measured with a limit of two
  cores, one process with 1 to 32 threads serves 46 requests a second, two processes serve 93. Cores that are requested
  beyond the first are reserved and paid for, and idle.
references:
  - https://docs.python.org/3/glossary.html#term-global-interpreter-lock
  - https://gunicorn.org/design/#how-many-workers
examples:
  invalid:
    - name: one worker with threads on four cores
      line: 8
      message: "one process of gunicorn runs on one core at a time, and 4 CPU are requested"
      recommendation: "--workers=4"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --threads=8]
              resources: {requests: {cpu: "4", memory: 1Gi}}
    - name: a solo pool
      line: 8
      message: one process of celery runs on one core
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, --pool=solo]
              resources: {requests: {cpu: "2", memory: 1Gi}}
  valid:
    - name: a process for each core
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "4"]
              resources: {requests: {cpu: "4", memory: 1Gi}}
    - name: a limit reserves nothing
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --threads=8]
              resources: {requests: {cpu: "1", memory: 1Gi}, limits: {cpu: "4", memory: 1Gi}}
    - name: two processes in the container
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [sh, -c, "gunicorn shop.wsgi & exec gunicorn admin.wsgi -b :8001"]
              resources: {requests: {cpu: "2"}}
`],["cpu/threads-too-many.yaml",`id: threads-too-many
title: Threads are as many as are measured to help
severity: info
confidence: heuristic
programs: [gunicorn]
params: {most: 32}
matchConditions:
  - {name: threads, expression: "process.concurrency == 'thread'"}
validations:
  - expression: settings.threads <= params.most
    messageExpression: "'%d threads in each worker; want at most %d, or a measurement'.format([settings.threads, params.most])"
    target: settings.threads
    recommendation:
      target: settings.threads
      value: params.most
      derivation:
        - {term: "'threads of one worker at most'", value: numberText(params.most)}
  - expression: "sizing.profile != 'cpu' || settings.threads <= max(2, 4 * ceil(sizing.cpu))"
    messageExpression: "'%d threads in each worker for work that computes on %s CPU; want %d'.format([settings.threads, sizing.cpuText, max(2, 4 * ceil(sizing.cpu))])"
    target: settings.threads
    recommendation: max(2, 4 * ceil(sizing.cpu))
rationale: |
  Threads help work that waits. Beyond 2 to 4 for each core they help little: with requests that wait 80 % of the time on
  one core, 8, 16 and 32 threads serve 89 requests a second each. For work that computes they only hurt, and every thread
  of a Django application holds a database connection.
references:
  - https://gunicorn.org/reference/settings/#threads
  - https://docs.djangoproject.com/en/stable/ref/databases/#persistent-connections
examples:
  invalid:
    - name: sixty-four threads
      line: 8
      message: 64 threads in each worker; want at most 32
      recommendation: "--threads=32"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --threads=64]
              resources: {limits: {cpu: "1", memory: 1Gi}}
  valid:
    - name: eight
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --threads=8]
              resources: {limits: {cpu: "1", memory: 1Gi}}
    - name: greenlets are no threads
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -k, gevent, --worker-connections=64]
              resources: {limits: {cpu: "1", memory: 1Gi}}
`],["cpu/too-many-workers.yaml",`id: too-many-workers
title: One pod runs a number of workers that one pod is good for
severity: info
confidence: practice
programs: [gunicorn]
params: {most: 12}
matchConditions:
  - {name: synchronous, expression: "settings.worker_class_effective in ['sync', 'gthread']"}
  - {name: not-said-by-the-cpu, expression: "!has(sizing.cpu) || settings.workers <= floor(2 * sizing.cpu) + 1"}
validations:
  - expression: settings.workers <= params.most
    messageExpression: "'%d gunicorn workers in one pod; want at most %d and more replicas'.format([settings.workers, params.most])"
    target: settings.workers
    recommendation:
      target: settings.workers
      value: params.most
      derivation:
        - {term: "'workers of one pod at most'", value: numberText(params.most)}
rationale: |
  gunicorn needs 4 to 12 workers to handle hundreds or thousands of requests a second. Beyond that more pods carry the
  load better than more processes in one: they are spread over nodes, scaled one by one, and an out-of-memory kill of the
  container (all its processes at once since Kubernetes 1.28) costs a smaller share of the capacity.
references:
  - https://gunicorn.org/design/#how-many-workers
  - https://github.com/kubernetes/kubernetes/pull/117793
examples:
  invalid:
    - name: sixteen workers in one pod
      line: 8
      message: 16 gunicorn workers in one pod; want at most 12
      recommendation: "--workers=12"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --workers=16]
              resources: {limits: {cpu: "8", memory: 8Gi}}
  valid:
    - name: twelve
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --workers=12]
              resources: {limits: {cpu: "8", memory: 8Gi}}
    - name: event loops are another matter
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --workers=16, -k, gevent]
              resources: {limits: {cpu: "16", memory: 8Gi}}
`],["cpu/workers-from-node-cpu.yaml",`id: workers-from-node-cpu
title: The number of workers does not depend on the node
severity: error
confidence: fact
matchConditions:
  - {name: not-celery, expression: "process.program != 'celery'"}
  - {name: not-a-missing-limit, expression: "!container.downwardVariables.exists(variable, variable.resource == 'limits.cpu' && variable.value == null && variable.name in process.variablesInUse)"}
validations:
  - expression: "!['workers', 'processes', 'num_workers'].exists(name, name in process.cpuCountSettings)"
    messageExpression: "'the number of workers comes from the CPU count of the node, not from %s CPU of the container; want %d'.format([sizing.cpuText, sizing.recommended.processes])"
    message: the number of workers comes from the CPU count of the node, not from the container; want a fixed number
    target: process.processes
    recommendation: sizing.recommended.processes
rationale: |
  \`nproc\`, \`multiprocessing.cpu_count()\` and \`os.cpu_count()\` see the node: a CPU limit is a quota of time and hides no
  core. Measured with 2 × cores + 1 workers in a container limited to 500m and 512Mi: on an 8-core node the 17 workers never
  all start, on a 16-core node the container is killed for memory again and again.
references:
  - https://github.com/benoitc/gunicorn/issues/2028
  - https://github.com/benoitc/gunicorn/issues/2877
  - https://docs.python.org/3/library/os.html#os.cpu_count
  - https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#how-pods-with-resource-limits-are-run
examples:
  invalid:
    - name: nproc in a shell
      line: 10
      message: comes from the CPU count of the node
      recommendation: --workers=2
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              image: registry.example/shop:1
              command: [sh, -c]
              args: ["exec gunicorn shop.wsgi --workers $(nproc)"]
              resources: {limits: {cpu: 500m, memory: 512Mi}}
  valid:
    - name: a number
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              command: [sh, -c]
              args: ["exec gunicorn shop.wsgi --workers 2"]
              resources: {limits: {cpu: 500m, memory: 512Mi}}
    - name: the container's own limit, by the downward API
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
              env:
                - name: WEB_CONCURRENCY
                  valueFrom: {resourceFieldRef: {resource: limits.cpu}}
              resources: {limits: {cpu: "2", memory: 512Mi}}
`],["lifecycle/celery-grace-default.yaml",`id: celery-grace-default
title: The grace period of a queue worker is chosen
severity: info
confidence: heuristic
programs: [celery, dramatiq, rq, huey, arq]
roles: [worker]
matchConditions:
  - {name: rolls, expression: "!workload.isBatch && container.role != 'initContainer' && !process.conditional"}
  - {name: no-limit, expression: "process.program != 'celery' || (settings.time_limit == null && settings.soft_time_limit == null)"}
validations:
  - expression: pod.terminationGracePeriodSeconds > 30 || pod.terminationGracePeriodIsSet
    messageExpression: "'tasks that run longer than the default grace period of 30 s are killed at every rollout; want terminationGracePeriodSeconds above the longest task of %s'.format([process.program])"
    target: pod.terminationGracePeriodSeconds
rationale: |
  Queue workers finish what they have begun before they end, for as long as the kubelet lets them: 30 s. Rollouts, drained
  nodes and autoscalers end pods all the time. Somebody has to say how long the longest task is.
references:
  - https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination
  - https://docs.celeryq.dev/en/stable/userguide/workers.html#stopping-the-worker
examples:
  invalid:
    - name: nothing is said
      line: 8
      message: tasks that run longer than the default grace period of 30 s
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          template:
            spec:
              containers:
                - name: worker
                  command: [celery, -A, shop, worker, -c, "2"]
  valid:
    - name: it is chosen
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          template:
            spec:
              terminationGracePeriodSeconds: 30
              containers:
                - name: worker
                  command: [celery, -A, shop, worker, -c, "2"]
    - name: a web server
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi]
`],["lifecycle/control-socket-rofs.yaml",`id: control-socket-rofs
title: gunicorn can write its control socket
severity: info
confidence: practice
programs: [gunicorn]
matchConditions:
  - {name: read-only, expression: "container.readOnlyRootFilesystem && !process.conditional"}
  - {name: default, expression: "!settings.control_socket_disable && origins.control_socket == 'default'"}
validations:
  - expression: "'HOME' in container.variables || 'XDG_RUNTIME_DIR' in container.variables || container.writableMounts.exists(mount, mount.startsWith('/root') || mount.startsWith('/home') || mount.startsWith('/app'))"
    message: "gunicorn 25.1 and later writes a control socket below HOME, which is read-only here; want --no-control-socket"
    target: settings.control_socket_disable
    recommendation:
      target: settings.control_socket_disable
      value: "true"
rationale: |
  Since 25.1 gunicorn opens a control socket below XDG_RUNTIME_DIR or HOME. On a read-only file system it logs an error at
  every start. Older versions do not know the option, so this is for those who have upgraded.
references:
  - https://gunicorn.org/reference/settings/#control_socket
  - https://gunicorn.org/news/
examples:
  invalid:
    - name: a read-only file system
      line: 8
      message: gunicorn 25.1 and later writes a control socket below HOME
      recommendation: "--no-control-socket"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --worker-tmp-dir=/dev/shm]
              securityContext: {readOnlyRootFilesystem: true}
  valid:
    - name: no socket
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --no-control-socket]
              securityContext: {readOnlyRootFilesystem: true}
    - name: a file system that can be written to
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
`],["lifecycle/grace-period-zero.yaml",`id: grace-period-zero
title: Pods are given time to end
severity: warning
confidence: fact
roles: [web, worker]
matchConditions:
  - {name: rolls, expression: "!workload.isBatch && container.role != 'initContainer' && !process.conditional"}
validations:
  - expression: pod.terminationGracePeriodSeconds > 0
    messageExpression: "'a grace period of 0 kills %s at once, with all that it is doing; want 30 or more'.format([process.program])"
    target: pod.terminationGracePeriodSeconds
    recommendation:
      target: pod.terminationGracePeriodSeconds
      value: "60.0"
rationale: |
  With terminationGracePeriodSeconds 0 the pod is removed from the API and its containers are killed without SIGTERM being
  waited for: requests break off and tasks are lost at every rollout.
references:
  - https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination-forced
examples:
  invalid:
    - name: no time at all
      line: 8
      message: a grace period of 0 kills gunicorn at once
      recommendation: "terminationGracePeriodSeconds: 60"
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              terminationGracePeriodSeconds: 0
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi]
  valid:
    - name: a minute
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              terminationGracePeriodSeconds: 60
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi]
    - name: the default
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi]
`],["lifecycle/grace-too-short-celery.yaml",`id: grace-too-short-celery
title: The grace period is long enough for tasks to end
severity: warning
confidence: practice
programs: [celery]
roles: [worker]
variables:
  - {name: longest, expression: "settings.time_limit != null && settings.time_limit > 0 ? settings.time_limit : settings.soft_time_limit + 10"}
matchConditions:
  - {name: rolls, expression: "!workload.isBatch && container.role != 'initContainer' && !process.conditional"}
  - {name: limited, expression: "(settings.time_limit != null && settings.time_limit > 0) || (settings.soft_time_limit != null && settings.soft_time_limit > 0)"}
validations:
  - expression: pod.terminationGracePeriodSeconds >= variables.longest
    messageExpression: "'tasks may run %d s, and the pod is killed %d s after its shutdown began; want a grace period of %d s'.format([variables.longest, pod.terminationGracePeriodSeconds, container.preStopSeconds + variables.longest + 10])"
    target: pod.terminationGracePeriodSeconds
    recommendation:
      target: pod.terminationGracePeriodSeconds
      value: ceil(container.preStopSeconds + variables.longest + 10)
      derivation:
        - {term: "'longest task (time limit)'", value: "numberText(variables.longest) + ' s'"}
        - {term: "'preStop and margin'", value: "numberText(container.preStopSeconds + 10) + ' s'"}
rationale: |
  On SIGTERM celery stops fetching and waits for running tasks without a limit of its own. What still runs at the end of
  the grace period is killed: with early acknowledgement the task is lost, with acks_late it runs again after the
  visibility timeout. Measured with tasks longer than the grace period: four lost and four stuck for an hour.
references:
  - https://docs.celeryq.dev/en/stable/userguide/workers.html#stopping-the-worker
  - https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination
examples:
  invalid:
    - name: five minutes against thirty seconds
      line: 8
      message: "tasks may run 300 s, and the pod is killed 30 s"
      recommendation: "terminationGracePeriodSeconds: 310"
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          template:
            spec:
              containers:
                - name: worker
                  command: [celery, -A, shop, worker, -c, "2", --time-limit=300]
  valid:
    - name: time for the longest task
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          template:
            spec:
              terminationGracePeriodSeconds: 310
              containers:
                - name: worker
                  command: [celery, -A, shop, worker, -c, "2", --time-limit=300]
    - name: short tasks
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          template:
            spec:
              containers:
                - name: worker
                  command: [celery, -A, shop, worker, -c, "2", --time-limit=25]
`],["lifecycle/grace-too-short-dramatiq.yaml",`id: grace-too-short-dramatiq
title: dramatiq ends its tasks within the grace period
severity: warning
confidence: practice
programs: [dramatiq]
roles: [worker]
matchConditions:
  - {name: rolls, expression: "!workload.isBatch && container.role != 'initContainer' && !process.conditional"}
  - {name: chosen, expression: "origins.worker_shutdown_timeout != 'default' || pod.terminationGracePeriodIsSet"}
validations:
  - expression: settings.worker_shutdown_timeout <= pod.terminationGracePeriodSeconds * 1000
    messageExpression: "'dramatiq waits %d s for its tasks and the pod is killed after %d s; want a grace period of %d s'.format([settings.worker_shutdown_timeout / 1000, pod.terminationGracePeriodSeconds, ceil(settings.worker_shutdown_timeout / 1000) + 5])"
    target: pod.terminationGracePeriodSeconds
    recommendation: ceil(settings.worker_shutdown_timeout / 1000) + 5
    alternatives:
      - {field: settings.worker_shutdown_timeout, value: "numberText((pod.terminationGracePeriodSeconds - 5) * 1000)"}
rationale: |
  dramatiq raises Shutdown in the tasks that are left only after worker-shutdown-timeout, 10 minutes unless it is set, so
  that they can be queued again. A pod that is killed before has tasks that never hear of it.
references:
  - https://dramatiq.io/advanced.html
  - https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination
examples:
  invalid:
    - name: two minutes against one
      line: 8
      message: dramatiq waits 120 s for its tasks
      recommendation: "terminationGracePeriodSeconds: 125"
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          template:
            spec:
              terminationGracePeriodSeconds: 60
              containers:
                - name: worker
                  command: [dramatiq, shop.tasks, --processes=2, --worker-shutdown-timeout=120000]
  valid:
    - name: time enough
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          template:
            spec:
              terminationGracePeriodSeconds: 60
              containers:
                - name: worker
                  command: [dramatiq, shop.tasks, --processes=2, --worker-shutdown-timeout=50000]
    - name: nobody has chosen anything
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          template:
            spec:
              containers:
                - name: worker
                  command: [dramatiq, shop.tasks, --processes=2]
`],["lifecycle/grace-too-short-web.yaml",`id: grace-too-short-web
title: The grace period is long enough for requests to end
severity: warning
confidence: fact
programs: [gunicorn, hypercorn]
roles: [web]
variables:
  - {name: need, expression: "container.preStopSeconds + settings.graceful_timeout"}
matchConditions:
  - {name: rolls, expression: "!workload.isBatch && container.role != 'initContainer' && !process.conditional"}
  - {name: hook-ends-in-time, expression: container.preStopSeconds < pod.terminationGracePeriodSeconds}
  - {name: grace, expression: pod.terminationGracePeriodSeconds > 0}
validations:
  - expression: pod.terminationGracePeriodSeconds >= variables.need
    messageExpression: "'the grace period of %d s ends before %d s of preStop and %d s of graceful-timeout; want at least %d'.format([pod.terminationGracePeriodSeconds, container.preStopSeconds, settings.graceful_timeout, variables.need + 5])"
    target: pod.terminationGracePeriodSeconds
    recommendation:
      target: pod.terminationGracePeriodSeconds
      value: variables.need + 5
      derivation:
        - {term: "'preStop'", value: "numberText(container.preStopSeconds) + ' s'"}
        - {term: "'graceful_timeout'", value: "numberText(settings.graceful_timeout) + ' s'"}
        - {term: "'margin'", value: "'5 s'"}
    alternatives:
      - {field: settings.graceful_timeout, value: "numberText(max(1, pod.terminationGracePeriodSeconds - container.preStopSeconds - 5))"}
rationale: |
  The grace period (30 s unless it is set) counts from the start of the preStop hook. When it ends, everything in the
  container is killed, also requests that gunicorn would have waited for.
references:
  - https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination
  - https://gunicorn.org/reference/settings/#graceful_timeout
examples:
  invalid:
    - name: a hook and a long timeout
      line: 8
      message: the grace period of 45 s ends before 10 s of preStop and 60 s of graceful-timeout
      recommendation: "terminationGracePeriodSeconds: 75"
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              terminationGracePeriodSeconds: 45
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, --graceful-timeout=60]
                  lifecycle: {preStop: {sleep: {seconds: 10}}}
  valid:
    - name: enough for both
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              terminationGracePeriodSeconds: 75
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, --graceful-timeout=60]
                  lifecycle: {preStop: {sleep: {seconds: 10}}}
    - name: both defaults are 30 s
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi]
    - name: a hook whose length is not known
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi]
                  lifecycle: {preStop: {exec: {command: [/drain.sh]}}}
`],["lifecycle/grace-without-margin.yaml",`id: grace-without-margin
title: The grace period leaves time to end
severity: info
confidence: heuristic
programs: [gunicorn]
roles: [web]
matchConditions:
  - {name: rolls, expression: "!workload.isBatch && container.role != 'initContainer' && !process.conditional"}
  - {name: enough-otherwise, expression: "pod.terminationGracePeriodSeconds >= container.preStopSeconds + settings.graceful_timeout"}
validations:
  - expression: pod.terminationGracePeriodSeconds >= container.preStopSeconds + settings.graceful_timeout + 2
    messageExpression: "'the grace period of %d s leaves nothing after preStop and graceful-timeout; want %d'.format([pod.terminationGracePeriodSeconds, container.preStopSeconds + settings.graceful_timeout + 5])"
    target: pod.terminationGracePeriodSeconds
    recommendation: container.preStopSeconds + settings.graceful_timeout + 5
rationale: |
  gunicorn kills the workers that are left at the end of graceful_timeout and then ends. When the kubelet kills at the
  same second, logs are cut and hooks on exit do not run. gunicorn's and Kubernetes' defaults are both 30 s.
references:
  - https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination
  - https://gunicorn.org/reference/settings/#graceful_timeout
examples:
  invalid:
    - name: both defaults
      line: 8
      message: the grace period of 30 s leaves nothing
      recommendation: "terminationGracePeriodSeconds: 35"
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi]
  valid:
    - name: five seconds more
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              terminationGracePeriodSeconds: 35
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi]
    - name: a shorter timeout
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, --graceful-timeout=20]
`],["lifecycle/init-kills-children.yaml",`id: init-kills-children
title: "celery's children outlive the signal to their parent"
severity: error
confidence: fact
programs: [celery]
roles: [worker]
matchConditions:
  - {name: processes, expression: "settings.pool_effective == 'prefork'"}
  - {name: certain, expression: "!process.conditional"}
validations:
  - expression: "!process.signalsGroup"
    messageExpression: "'%s sends SIGTERM to the children of celery too, which end in the middle of their tasks; want %s'.format([process.via.filter(label, label in ['dumb-init', 'tini', 'tini-static'])[0], 'dumb-init' in process.via ? 'dumb-init --single-child' : 'tini without -g'])"
    target: process.command
rationale: |
  On SIGTERM the parent of celery waits for its children to finish their tasks. When the init process signals the whole
  group, the children get SIGTERM themselves and end at once: their signal handler is the system's. Verified with celery
  5.6.3 and two tasks of 8 s: under dumb-init 1.2.5 and \`tini -g\` (0.19.0) both fail after a second with "WorkerLostError:
  Worker exited prematurely: signal 15"; under \`dumb-init --single-child\`, DUMB_INIT_SETSID=0 and plain tini both end.
  gunicorn is not concerned: its workers end the request on SIGTERM.
references:
  - https://github.com/celery/celery/blob/v5.6.3/celery/concurrency/prefork.py
  - https://github.com/Yelp/dumb-init/tree/v1.2.5#session-behavior
  - https://github.com/krallin/tini/tree/v0.19.0#process-group-killing
  - https://github.com/celery/celery/issues/4795
examples:
  invalid:
    - name: dumb-init in front of celery
      line: 8
      message: dumb-init sends SIGTERM to the children of celery too
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [dumb-init, celery, -A, shop, worker, -c, "2"]
    - name: tini that signals the group
      line: 8
      message: tini sends SIGTERM to the children of celery too
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [tini, -g, --, celery, -A, shop, worker, -c, "2"]
    - name: the static build of tini
      line: 8
      message: tini-static sends SIGTERM to the children of celery too
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [tini-static, -g, --, celery, -A, shop, worker, -c, "2"]
  valid:
    - name: one child is signalled
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [dumb-init, --single-child, celery, -A, shop, worker, -c, "2"]
    - name: tini signals its child only
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [tini, --, celery, -A, shop, worker, -c, "2"]
    - name: the session is left alone
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [dumb-init, celery, -A, shop, worker, -c, "2"]
              env: [{name: DUMB_INIT_SETSID, value: "0"}]
`],["lifecycle/missing-exec.yaml",`id: missing-exec
title: The server receives SIGTERM
severity: warning
confidence: fact
roles: [web, worker]
matchConditions:
  - {name: own-process-namespace, expression: "!pod.shareProcessNamespace"}
  - {name: certain, expression: "!process.conditional"}
validations:
  - expression: process.termination != 'lost' || !process.isLast
    messageExpression: "'a shell is PID 1 and keeps SIGTERM from %s, which is killed at the end of the grace period; want exec %s'.format([process.program, process.program])"
    target: process.exec
    recommendation:
      target: process.exec
      value: "'exec ' + process.program"
  - expression: process.termination != 'lost' || process.isLast
    messageExpression: "'a shell is PID 1 and keeps SIGTERM from %s, which runs beside or before other commands and is killed at the end of the grace period; want a container of its own'.format([process.program])"
    target: process.command
rationale: |
  At shutdown the kubelet sends SIGTERM to PID 1. A shell that has started the server as its child does not pass it on:
  measured with dash (\`/bin/sh\` of Debian images), requests in flight and running tasks are lost when the grace period ends, and
  a celery worker keeps fetching tasks until then. \`exec\` makes the server PID 1 itself.
references:
  - https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination
  - https://github.com/apache/superset/issues/33513
examples:
  invalid:
    - name: a command behind another in dash
      line: 8
      message: a shell is PID 1 and keeps SIGTERM from gunicorn
      recommendation: exec gunicorn
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [dash, -c, "python manage.py migrate && gunicorn shop.wsgi -w 2"]
  valid:
    - name: exec
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              command: [dash, -c, "python manage.py migrate && exec gunicorn shop.wsgi -w 2"]
    - name: bash becomes its last command by itself
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              command: [bash, -c, "gunicorn shop.wsgi -w 2"]
`],["lifecycle/prestop-longer-than-grace.yaml",`id: prestop-longer-than-grace
title: The preStop hook ends within the grace period
severity: warning
confidence: fact
roles: [web, worker]
matchConditions:
  - {name: rolls, expression: "!workload.isBatch && container.role != 'initContainer' && !process.conditional"}
  - {name: hook, expression: "container.preStop != 'none'"}
validations:
  - expression: container.preStopSeconds < pod.terminationGracePeriodSeconds
    messageExpression: "'preStop takes %d s of a grace period of %d s, so %s is killed without a chance to end; want a grace period of %d'.format([container.preStopSeconds, pod.terminationGracePeriodSeconds, process.program, container.preStopSeconds + 35])"
    target: pod.terminationGracePeriodSeconds
    recommendation:
      target: pod.terminationGracePeriodSeconds
      value: container.preStopSeconds + 35
      derivation:
        - {term: "'preStop'", value: "numberText(container.preStopSeconds) + ' s'"}
        - {term: "'time to end'", value: "'35 s'"}
rationale: |
  SIGTERM is sent after the hook has ended, and the hook counts against the grace period. A hook that uses it all leaves
  two seconds once, then everything is killed.
references:
  - https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination
  - https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/
examples:
  invalid:
    - name: a long sleep
      line: 8
      message: preStop takes 60 s of a grace period of 30 s
      recommendation: "terminationGracePeriodSeconds: 95"
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi]
                  lifecycle: {preStop: {exec: {command: [sh, -c, sleep 60]}}}
  valid:
    - name: a short sleep
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi]
                  lifecycle: {preStop: {exec: {command: [sh, -c, sleep 10]}}}
    - name: a long sleep in a longer period
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              terminationGracePeriodSeconds: 95
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi]
                  lifecycle: {preStop: {exec: {command: [sh, -c, sleep 60]}}}
`],["lifecycle/prestop-missing.yaml",`id: prestop-missing
title: Pods leave the Service before they stop
severity: info
confidence: practice
roles: [web]
matchConditions:
  - {name: rolls, expression: "!workload.isBatch && container.role != 'initContainer' && !process.conditional"}
  - {name: behind-a-service, expression: workload.hasService}
  - {name: rolls-out, expression: "workload.kind in ['Deployment', 'StatefulSet', 'Rollout'] && workload.strategy != 'Recreate'"}
validations:
  - expression: "container.preStop != 'none'"
    messageExpression: "'%s closes its port at SIGTERM while the Service still sends requests; want a preStop sleep of 5 to 15 s'.format([process.program])"
    target: container.lifecycle.preStop.sleep.seconds
    recommendation:
      target: container.lifecycle.preStop.sleep.seconds
      value: "10.0"
      derivation:
        - {term: "'seconds until every node knows'", value: "'10'"}
rationale: |
  Endpoints are removed on all nodes while SIGTERM is already sent. gunicorn closes its listener first, so connections of
  the next seconds are refused: measured, a connection after SIGTERM gets no answer. A short sleep in preStop lets the
  news spread. The sleep action needs Kubernetes 1.30.
references:
  - https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination
  - https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/
examples:
  invalid:
    - name: behind a Service
      line: 10
      message: gunicorn closes its port at SIGTERM
      recommendation: "lifecycle.preStop.sleep.seconds: 10"
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, -b, "0.0.0.0:8000"]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports: [{port: 80, targetPort: 8000}]
  valid:
    - name: it sleeps
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, -b, "0.0.0.0:8000"]
                  lifecycle: {preStop: {sleep: {seconds: 10}}}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports: [{port: 80, targetPort: 8000}]
    - name: no Service
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, -b, "0.0.0.0:8000"]
`],["lifecycle/readonly-rootfs-tmp.yaml",`id: readonly-rootfs-tmp
title: gunicorn can write its heartbeats
severity: error
confidence: fact
programs: [gunicorn]
matchConditions:
  - {name: certain, expression: "!process.conditional && container.role != 'initContainer'"}
  - {name: known, expression: "settings.worker_tmp_dir == null"}
validations:
  - expression: container.canWriteTemporary
    message: gunicorn needs a folder for temporary files and the root file system is read-only; want --worker-tmp-dir=/dev/shm, or a volume at /tmp
    target: settings.worker_tmp_dir
    recommendation:
      target: settings.worker_tmp_dir
      value: "'/dev/shm'"
rationale: |
  Each worker makes a temporary file for its heartbeat, in the first of TMPDIR, /tmp, /var/tmp, /usr/tmp and the working
  directory that can be written to. When there is none, Python raises "No usable temporary directory found" and no worker
  starts (verified with gunicorn 26.2.0 on a read-only file system). /dev/shm stays writable.
references:
  - https://gunicorn.org/reference/settings/#worker_tmp_dir
  - https://docs.python.org/3/library/tempfile.html#tempfile.gettempdir
examples:
  invalid:
    - name: no folder to write to
      line: 8
      message: gunicorn needs a folder for temporary files
      recommendation: "--worker-tmp-dir=/dev/shm"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
              securityContext: {readOnlyRootFilesystem: true}
  valid:
    - name: /dev/shm
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --worker-tmp-dir=/dev/shm]
              securityContext: {readOnlyRootFilesystem: true}
    - name: a volume at /tmp
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          volumes: [{name: tmp, emptyDir: {}}]
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
              securityContext: {readOnlyRootFilesystem: true}
              volumeMounts: [{name: tmp, mountPath: /tmp}]
    - name: a volume that may be the working directory
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          volumes: [{name: home, emptyDir: {}}]
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
              securityContext: {readOnlyRootFilesystem: true}
              volumeMounts: [{name: home, mountPath: /app}]
`],["lifecycle/recreate-web.yaml",`id: recreate-web
title: A rollout leaves pods that serve
severity: info
confidence: heuristic
scope: workload
matchConditions:
  - {name: serves, expression: "workload.kind == 'Deployment' && workload.hasService && 'web' in pod.roles && !('beat' in pod.roles)"}
validations:
  - expression: "workload.strategy != 'Recreate'"
    message: strategy Recreate stops every pod before the first new one starts; want RollingUpdate
    target: workload.spec.strategy.type
rationale: |
  With Recreate a web server answers nothing from the stop of the last old pod until the first new one is ready. A volume
  that only one pod can mount may be the reason; say so in an ignore.
references:
  - https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy
examples:
  invalid:
    - name: a web server that is recreated
      line: 7
      message: strategy Recreate stops every pod
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          strategy:
            type: Recreate
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports: [{port: 80, targetPort: 8000}]
  valid:
    - name: the default
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports: [{port: 80, targetPort: 8000}]
    - name: beat has to be recreated
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: beat
        spec:
          strategy: {type: Recreate}
          template:
            spec:
              containers:
                - name: beat
                  command: [celery, -A, shop, beat]
`],["lifecycle/remap-without-soft-shutdown.yaml",`id: remap-without-soft-shutdown
title: A cold shutdown is a soft one
severity: warning
confidence: practice
programs: [celery]
roles: [worker]
matchConditions:
  - {name: remapped, expression: "'REMAP_SIGTERM' in container.values && container.values.REMAP_SIGTERM == 'SIGQUIT'"}
validations:
  - expression: "container.variables.exists(name, name.contains('SOFT_SHUTDOWN'))"
    message: REMAP_SIGTERM=SIGQUIT cancels running tasks at once; want worker_soft_shutdown_timeout in the application, or no remap
    target: env.REMAP_SIGTERM
rationale: |
  With REMAP_SIGTERM=SIGQUIT the kubelet's SIGTERM is a cold shutdown: celery cancels its tasks instead of waiting for
  them. Since 5.5 worker_soft_shutdown_timeout gives them time first; its default is 0. When your application sets it,
  ignore this with that reason.
references:
  - https://docs.celeryq.dev/en/stable/userguide/workers.html#soft-shutdown
  - https://docs.celeryq.dev/en/stable/userguide/configuration.html#worker-soft-shutdown-timeout
examples:
  invalid:
    - name: remapped
      line: 11
      message: "REMAP_SIGTERM=SIGQUIT cancels running tasks at once"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              env:
                - name: REMAP_SIGTERM
                  value: SIGQUIT
  valid:
    - name: a soft shutdown is set
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              env:
                - {name: REMAP_SIGTERM, value: SIGQUIT}
                - {name: CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT, value: "25"}
    - name: the warm shutdown
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
`],["lifecycle/request-longer-than-grace.yaml",`id: request-longer-than-grace
title: Requests that are allowed are allowed to end
severity: info
confidence: practice
programs: [gunicorn]
matchConditions:
  - {name: rolls, expression: "!workload.isBatch && container.role != 'initContainer' && !process.conditional"}
  - {name: synchronous, expression: "settings.worker_class_effective == 'sync'"}
  - {name: chosen, expression: "origins.timeout != 'default'"}
validations:
  - expression: settings.timeout <= settings.graceful_timeout
    messageExpression: "'a request may take %d s, but at shutdown it is cut after %d s; want --graceful-timeout=%d'.format([settings.timeout, settings.graceful_timeout, settings.timeout])"
    target: settings.timeout
    recommendation:
      target: settings.graceful_timeout
      value: settings.timeout
      derivation:
        - {term: "'timeout'", value: "numberText(settings.timeout) + ' s'"}
rationale: |
  timeout says how long a sync worker may be silent, so how long a request may take. At SIGTERM gunicorn waits
  graceful_timeout and then kills the workers: a request that was allowed 120 s is cut after 30. The grace period of the
  pod must follow.
references:
  - https://gunicorn.org/reference/settings/#graceful_timeout
  - https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination
examples:
  invalid:
    - name: "two minutes, cut after thirty seconds"
      line: 11
      message: "a request may take 120 s, but at shutdown it is cut after 30 s"
      recommendation: "--graceful-timeout=120"
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              terminationGracePeriodSeconds: 150
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, --timeout=120]
  valid:
    - name: as long as allowed
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              terminationGracePeriodSeconds: 150
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, --timeout=120, --graceful-timeout=120]
    - name: threads have no such limit
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, --threads=4, --timeout=120]
`],["lifecycle/soft-shutdown-exceeds-grace.yaml",`id: soft-shutdown-exceeds-grace
title: The soft shutdown ends within the grace period
severity: warning
confidence: practice
programs: [celery]
roles: [worker]
matchConditions:
  - {name: given, expression: "'CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT' in container.values"}
validations:
  - expression: double(container.values.CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT) < pod.terminationGracePeriodSeconds
    messageExpression: "'the soft shutdown of %s s ends after the grace period of %d s; want a grace period of %d s'.format([container.values.CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT, pod.terminationGracePeriodSeconds, ceil(double(container.values.CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT)) + 10])"
    target: pod.terminationGracePeriodSeconds
    recommendation: ceil(double(container.values.CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT)) + 10
rationale: |
  The soft shutdown waits for tasks and then gives them back to the broker. When the kubelet kills first, they are neither
  done nor given back: with Redis they return after the visibility timeout of an hour.
references:
  - https://docs.celeryq.dev/en/stable/userguide/configuration.html#worker-soft-shutdown-timeout
  - https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination
examples:
  invalid:
    - name: a minute against thirty seconds
      line: 6
      message: the soft shutdown of 60 s ends after the grace period of 30 s
      recommendation: "terminationGracePeriodSeconds: 70"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              env: [{name: CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT, value: "60"}]
  valid:
    - name: within the period
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              env: [{name: CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT, value: "20"}]
    - name: a longer period
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          terminationGracePeriodSeconds: 90
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              env: [{name: CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT, value: "60"}]
`],["lifecycle/uvicorn-graceful-unbounded.yaml",`id: uvicorn-graceful-unbounded
title: uvicorn ends within the grace period
severity: info
confidence: heuristic
programs: [uvicorn]
matchConditions:
  - {name: rolls, expression: "!workload.isBatch && container.role != 'initContainer' && !process.conditional"}
  - {name: behind-a-service, expression: workload.hasService}
validations:
  - expression: settings.timeout_graceful_shutdown != null
    messageExpression: "'uvicorn waits for open connections without a limit, until the pod is killed after %d s; want --timeout-graceful-shutdown=%d'.format([pod.terminationGracePeriodSeconds, max(1, pod.terminationGracePeriodSeconds - 10)])"
    target: settings.timeout_graceful_shutdown
    recommendation: max(1, pod.terminationGracePeriodSeconds - 10)
rationale: |
  At SIGTERM uvicorn waits until every connection is closed; a websocket or a long poll never is. Then the kubelet kills
  it, and what the application does on shutdown is never done.
references:
  - https://www.uvicorn.org/settings/#timeouts
  - https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination
examples:
  invalid:
    - name: no limit
      line: 11
      message: uvicorn waits for open connections without a limit
      recommendation: "--timeout-graceful-shutdown=20"
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  command: [uvicorn, "shop:app", --host=0.0.0.0]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports: [{port: 80, targetPort: 8000}]
  valid:
    - name: a limit
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  command: [uvicorn, "shop:app", --host=0.0.0.0, --timeout-graceful-shutdown=20]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports: [{port: 80, targetPort: 8000}]
    - name: nobody connects from outside
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              containers:
                - name: web
                  command: [uvicorn, "shop:app"]
`],["lifecycle/uwsgi-die-on-term.yaml",`id: uwsgi-die-on-term
title: uWSGI ends at SIGTERM
severity: warning
confidence: fact
programs: [uwsgi]
matchConditions:
  - {name: certain, expression: "!process.conditional && !workload.isBatch"}
validations:
  - expression: settings.die_on_term
    message: uWSGI before 2.1 reloads at SIGTERM instead of ending, and is killed at the end of the grace period; want die-on-term
    target: settings.die_on_term
    recommendation:
      target: settings.die_on_term
      value: "true"
rationale: |
  Until version 2.1 SIGTERM makes uWSGI reload brutally: it stops its workers and starts new ones, until the grace period
  ends and everything is killed. With die-on-term SIGTERM ends it. An image whose STOPSIGNAL is SIGINT or SIGQUIT does not
  need the option.
references:
  - https://uwsgi-docs.readthedocs.io/en/latest/ThingsToKnow.html
  - https://github.com/unbit/uwsgi/issues/515
examples:
  invalid:
    - name: without the option
      line: 8
      message: uWSGI before 2.1 reloads at SIGTERM
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [uwsgi, --http=:8000, --master, --processes=2, --module=shop.wsgi]
  valid:
    - name: with it
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [uwsgi, --http=:8000, --master, --processes=2, --die-on-term, --module=shop.wsgi]
    - name: gunicorn ends
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
`],["lifecycle/worker-tmp-dir.yaml",`id: worker-tmp-dir
title: "Workers' heartbeats do not wait for a disk"
severity: info
confidence: practice
programs: [gunicorn]
matchConditions:
  - {name: known, expression: "settings.worker_tmp_dir == null"}
  - {name: supervised, expression: settings.timeout > 0}
validations:
  - expression: "container.memoryMounts.exists(mount, mount == '/tmp')"
    message: "heartbeats of workers are files on the disk of the container, where a stall looks like a hang; want --worker-tmp-dir=/dev/shm"
    target: settings.worker_tmp_dir
    recommendation:
      target: settings.worker_tmp_dir
      value: "'/dev/shm'"
rationale: |
  Each worker touches a file to show that it lives. When the disk stalls, so do the workers, and gunicorn kills them:
  measured with a disk frozen for 6 s and a timeout of 3 s, all workers were killed twice; in /dev/shm none was. Every
  container has /dev/shm (64 MiB).
references:
  - https://gunicorn.org/reference/settings/#worker_tmp_dir
  - https://gunicorn.org/faq/#how-do-i-avoid-gunicorn-excessively-blocking-in-osfchmod
  - https://github.com/benoitc/gunicorn/issues/1863
examples:
  invalid:
    - name: on the disk
      line: 8
      message: heartbeats of workers are files on the disk
      recommendation: "--worker-tmp-dir=/dev/shm"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
  valid:
    - name: in memory
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --worker-tmp-dir=/dev/shm]
    - name: /tmp is in memory
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          volumes: [{name: tmp, emptyDir: {medium: Memory, sizeLimit: 64Mi}}]
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
              volumeMounts: [{name: tmp, mountPath: /tmp}]
`],["memory/celery-no-recycling.yaml",`id: celery-no-recycling
title: "celery's children are replaced before they grow"
severity: info
confidence: heuristic
programs: [celery]
roles: [worker]
matchConditions:
  - {name: processes, expression: "settings.pool_effective == 'prefork'"}
validations:
  - expression: settings.max_tasks_per_child != null || settings.max_memory_per_child != null
    message: children of celery are never replaced, so what leaks stays; want --max-tasks-per-child or --max-memory-per-child (unless the app sets them)
    target: settings.max_tasks_per_child
rationale: |
  Python rarely gives memory back to the system: a child keeps the size of its largest task. The documentation of celery
  names both options as the remedy for leaks that you have no control over.
references:
  - https://docs.celeryq.dev/en/stable/userguide/workers.html#max-tasks-per-child-setting
  - https://docs.celeryq.dev/en/stable/userguide/optimizing.html
examples:
  invalid:
    - name: a worker that lives for ever
      line: 8
      message: children of celery are never replaced
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
  valid:
    - name: replaced after a thousand tasks
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2", --max-tasks-per-child=1000]
    - name: greenlets have no children
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -P, gevent, -c, "100"]
`],["memory/jitter-small.yaml",`id: jitter-small
title: The jitter is large enough to spread restarts
severity: info
confidence: heuristic
programs: [gunicorn, hypercorn]
matchConditions:
  - {name: several, expression: settings.workers > 1}
  - {name: restarts, expression: "settings.max_requests != null && settings.max_requests > 0 && settings.max_requests_jitter > 0"}
validations:
  - expression: settings.max_requests_jitter * 20 >= settings.max_requests
    messageExpression: "'a jitter of %d on %d requests leaves the restarts of %d workers close together; want %d'.format([settings.max_requests_jitter, settings.max_requests, settings.workers, ceil(settings.max_requests / 10)])"
    target: settings.max_requests_jitter
    recommendation: ceil(settings.max_requests / 10)
rationale: |
  The jitter must outlast the start of a worker. A few requests of many thousand pass in less than a second, and the
  workers restart together in spite of it: with 512 on 10240 four workers of one deployment still met and its probes
  failed.
references:
  - https://gunicorn.org/reference/settings/#max_requests_jitter
  - https://github.com/benoitc/gunicorn/issues/3427
examples:
  invalid:
    - name: ten on ten thousand
      line: 8
      message: a jitter of 10 on 10000 requests
      recommendation: "--max-requests-jitter=1000"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "4", --max-requests=10000, --max-requests-jitter=10]
  valid:
    - name: a tenth
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "4", --max-requests=1000, --max-requests-jitter=100]
    - name: no restarts at all
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "4"]
`],["memory/jitter-without-max-requests.yaml",`id: jitter-without-max-requests
title: A jitter has something to add to
severity: warning
confidence: fact
programs: [gunicorn, hypercorn]
validations:
  - expression: "settings.max_requests_jitter == 0 || (settings.max_requests != null && settings.max_requests > 0)"
    messageExpression: "'max-requests-jitter %d does nothing without max-requests; want --max-requests=%d'.format([settings.max_requests_jitter, settings.max_requests_jitter * 10])"
    target: settings.max_requests_jitter
    recommendation:
      target: settings.max_requests
      value: settings.max_requests_jitter * 10
      derivation:
        - {term: "'max_requests_jitter'", value: numberText(settings.max_requests_jitter)}
        - {term: "'so that the jitter is 10 % of it'", value: numberText(settings.max_requests_jitter * 10)}
rationale: |
  gunicorn adds the jitter to max_requests only when max_requests is greater than 0. Alone it has no effect: no worker
  restarts, and memory that leaks stays.
references:
  - https://gunicorn.org/reference/settings/#max_requests_jitter
  - https://github.com/benoitc/gunicorn/blob/master/gunicorn/workers/base.py
examples:
  invalid:
    - name: jitter alone
      line: 8
      message: max-requests-jitter 50 does nothing without max-requests
      recommendation: "--max-requests=500"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --max-requests-jitter=50]
  valid:
    - name: both
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --max-requests=500, --max-requests-jitter=50]
    - name: neither
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
`],["memory/limit-below-request.yaml",`id: limit-below-request
title: Limits are at least the requests
severity: error
confidence: fact
scope: container
matchConditions:
  - {name: complete, expression: "!workload.isTemplate && container.resourcesSource == 'container'"}
validations:
  - expression: container.limits.cpu == null || container.requests.cpu == null || container.limits.cpu >= container.requests.cpu
    messageExpression: "'limits.cpu %s is less than requests.cpu %s, which the API server refuses; want at least %s'.format([cpuText(container.limits.cpu), cpuText(container.requests.cpu), cpuText(container.requests.cpu)])"
    target: container.resources.limits.cpu
    recommendation: cpuText(container.requests.cpu)
  - expression: container.limits.memory == null || container.requests.memory == null || container.limits.memory >= container.requests.memory
    messageExpression: "'limits.memory %s is less than requests.memory %s, which the API server refuses; want at least %s'.format([memoryText(container.limits.memory), memoryText(container.requests.memory), memoryText(container.requests.memory)])"
    target: container.resources.limits.memory
    recommendation: memoryText(container.requests.memory)
rationale: |
  A request is reserved and a limit is the most that is given, so the API server refuses a limit below the
  request, in a Pod as in the template of a Deployment: nothing of it is applied, and what ran before goes on.
references:
  - https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#requests-and-limits
  - https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/apis/core/validation/validation.go#L7970-L7980
examples:
  invalid:
    - name: a forgotten limit
      line: 12
      message: limits.memory 512Mi is less than requests.memory 1Gi
      recommendation: "resources.limits.memory: 1Gi"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
              resources:
                requests: {memory: 1Gi}
                limits:
                  memory: 512Mi
  valid:
    - name: equal
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
              resources: {requests: {memory: 1Gi}, limits: {memory: 1024Mi}}
    - name: different units
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
              resources: {requests: {cpu: 500m}, limits: {cpu: "1"}}
`],["memory/max-memory-per-child-over-limit.yaml",`id: max-memory-per-child-over-limit
title: "celery's children stop before the container is killed"
severity: warning
confidence: practice
programs: [celery]
roles: [worker]
params: {parentMebibytes: 44}
variables:
  - {name: need, expression: "params.parentMebibytes * 1048576 + process.processes * settings.max_memory_per_child * 1024"}
  - {name: fitting, expression: "floor((0.8 * sizing.memory - params.parentMebibytes * 1048576) / process.processes / 1048576) * 1024"}
matchConditions:
  - {name: set, expression: "settings.max_memory_per_child != null"}
  - {name: processes, expression: "settings.pool_effective == 'prefork'"}
  - {name: certain, expression: "!process.conditional"}
validations:
  - expression: variables.need <= sizing.memory
    messageExpression: "'%d celery %s may grow to %d KiB each, which is %s with their parent; the memory limit is %s: want at most %d'.format([process.processes, process.processes == 1 ? 'process' : 'processes', settings.max_memory_per_child, memoryText(ceil(variables.need / 1048576) * 1048576), sizing.memoryText, variables.fitting])"
    target: settings.max_memory_per_child
    recommendation:
      target: settings.max_memory_per_child
      value: variables.fitting
      derivation:
        - {term: "'limits.memory'", value: sizing.memoryText}
        - {term: "'(80 % − 44Mi of the parent) / %d processes'.format([process.processes])", value: "'%d KiB'.format([variables.fitting])"}
    related:
      - {target: container.resources.limits.memory, message: "'limits.memory is %s here'.format([sizing.memoryText])"}
rationale: |
  After a task celery compares the most memory that the child has had with the limit, and replaces the child then. When the
  children may together grow beyond the limit of the container, the kernel kills first: since Kubernetes 1.28 the whole
  container with every running task. Measured with celery 5.6.3 under a cgroup limit and tasks that leak: one child with
  400000 KiB in 256Mi was killed 3 times in 30 tasks and never replaced, four with 400000 KiB each in 1Gi 9 times in 150
  tasks, four with 200000 KiB not at all (793 MiB at most). The value counts KiB for each child, with the pages that it
  shares with its parent. The sum is therefore the worst case: four children with 100000 KiB each stayed below 350 MiB
  where the sum is 435 MiB.
references:
  - https://docs.celeryq.dev/en/v5.6.3/userguide/configuration.html#worker-max-memory-per-child
  - https://github.com/celery/billiard/blob/v4.3.0rc1/billiard/pool.py
  - https://github.com/celery/billiard/blob/v4.3.0rc1/billiard/compat.py
  - https://github.com/kubernetes/kubernetes/pull/117793
examples:
  invalid:
    - name: four children of 400 MB in 1Gi
      line: 8
      message: 4 celery processes may grow to 400000 KiB each
      recommendation: "--max-memory-per-child=197632"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "4", --max-memory-per-child=400000]
              resources: {limits: {cpu: "4", memory: 1Gi}}
    - name: one child of more than the whole limit
      line: 8
      message: 1 celery process may grow to 400000 KiB each
      recommendation: "--max-memory-per-child=163840"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "1", --max-memory-per-child=400000]
              resources: {limits: {cpu: "1", memory: 256Mi}}
  valid:
    - name: they fit
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "4", --max-memory-per-child=200000]
              resources: {limits: {cpu: "4", memory: 1Gi}}
    - name: threads have no children
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -P, threads, -c, "4", --max-memory-per-child=400000]
              resources: {limits: {cpu: "1", memory: 1Gi}}
`],["memory/max-memory-per-child-too-small.yaml",`id: max-memory-per-child-too-small
title: "The memory of celery's children is counted in KiB"
severity: error
confidence: fact
programs: [celery]
roles: [worker]
params: {leastKibibytes: 20000}
matchConditions:
  - {name: set, expression: "settings.max_memory_per_child != null && settings.max_memory_per_child > 0"}
  - {name: processes, expression: "settings.pool_effective == 'prefork'"}
validations:
  - expression: settings.max_memory_per_child >= params.leastKibibytes
    messageExpression: "'max-memory-per-child %d is KiB, less than an empty Python process needs, so a child ends after every task; want %d for %d MiB'.format([settings.max_memory_per_child, settings.max_memory_per_child * 1024, settings.max_memory_per_child])"
    target: settings.max_memory_per_child
    recommendation:
      target: settings.max_memory_per_child
      value: "settings.max_memory_per_child < 50 ? 204800.0 : settings.max_memory_per_child * 1024"
      derivation:
        - {term: "'KiB for each MiB'", value: "'1024'"}
rationale: |
  The unit is KiB. A celery child without an application measures 37 MiB, so 200 (meant as MiB) is exceeded from the
  start, and celery replaces the child after each task: verified with celery 5.6.3, where four tasks ran in four
  processes. The work still gets done, at the price of a start for each task.
references:
  - https://docs.celeryq.dev/en/stable/userguide/configuration.html#worker-max-memory-per-child
  - https://github.com/celery/celery/issues/4125
examples:
  invalid:
    - name: 200 meant as megabytes
      line: 8
      message: max-memory-per-child 200 is KiB
      recommendation: "--max-memory-per-child=204800"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2", --max-memory-per-child=200]
              resources: {limits: {cpu: "1", memory: 1Gi}}
  valid:
    - name: kibibytes
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2", --max-memory-per-child=204800]
              resources: {limits: {cpu: "1", memory: 1Gi}}
    - name: 0 is no limit
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2", --max-memory-per-child=0]
              resources: {limits: {cpu: "1", memory: 1Gi}}
`],["memory/max-requests-no-jitter.yaml",`id: max-requests-no-jitter
title: Workers do not restart all at once
severity: warning
confidence: practice
programs: [gunicorn, hypercorn]
matchConditions:
  - {name: several, expression: settings.workers > 1}
  - {name: restarts, expression: "settings.max_requests != null && settings.max_requests > 0"}
validations:
  - expression: settings.max_requests_jitter > 0
    messageExpression: "'%d workers restart after %d requests each, all at about the same time; want --max-requests-jitter=%d'.format([settings.workers, settings.max_requests, max(1, ceil(settings.max_requests / 10))])"
    target: settings.max_requests_jitter
    recommendation:
      target: settings.max_requests_jitter
      value: max(1, ceil(settings.max_requests / 10))
      derivation:
        - {term: "'max_requests'", value: numberText(settings.max_requests)}
        - {term: "'10 %, rounded up'", value: "numberText(max(1, ceil(settings.max_requests / 10)))"}
rationale: |
  Requests are spread evenly, so workers that start together reach max_requests together, and for the time of an import
  (0.4 to 3 s of CPU each) none of them answers. The jitter adds a random number of requests to each worker's limit.
references:
  - https://gunicorn.org/reference/settings/#max_requests_jitter
  - https://github.com/benoitc/gunicorn/issues/3427
examples:
  invalid:
    - name: a thousand requests each
      line: 8
      message: 4 workers restart after 1000 requests each
      recommendation: "--max-requests-jitter=100"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "4", --max-requests=1000]
  valid:
    - name: with jitter
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "4", --max-requests=1000, --max-requests-jitter=50]
    - name: one worker has nobody to meet
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --max-requests=1000]
`],["memory/max-requests-single-worker.yaml",`id: max-requests-single-worker
title: A worker that restarts leaves another that serves
severity: warning
confidence: practice
programs: [gunicorn]
matchConditions:
  - {name: restarts, expression: settings.max_requests > 0}
  - {name: few, expression: "workload.replicasMin != null && workload.replicasMin <= 2 && !workload.isBatch"}
validations:
  - expression: settings.workers > 1
    messageExpression: "'the only worker restarts after %d requests and nothing answers meanwhile; want --workers=2, or no --max-requests'.format([settings.max_requests])"
    target: settings.workers
    recommendation:
      target: settings.workers
      value: "2.0"
      derivation:
        - {term: "'one that serves while the other restarts'", value: "'2'"}
rationale: |
  While its only worker imports the application again, a pod takes connections and answers none of them: 0.5 s at one core
  for a small application, several seconds for a large one or a small CPU limit. With one or two replicas that is all or
  half of the capacity.
references:
  - https://gunicorn.org/reference/settings/#max_requests
  - https://github.com/benoitc/gunicorn/issues/2422
examples:
  invalid:
    - name: "one worker, one pod"
      line: 8
      message: the only worker restarts after 1000 requests
      recommendation: "--workers=2"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --threads=4, --max-requests=1000]
  valid:
    - name: two workers
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "2", --max-requests=1000, --max-requests-jitter=100]
    - name: many pods
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          replicas: 6
          template:
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, --threads=4, --max-requests=1000]
`],["memory/max-requests-small.yaml",`id: max-requests-small
title: Workers live longer than they take to start
severity: info
confidence: heuristic
programs: [gunicorn]
params: {least: 100}
validations:
  - expression: settings.max_requests == 0 || settings.max_requests >= params.least
    messageExpression: "'workers restart after every %d requests; want at least %d, or none'.format([settings.max_requests, params.least])"
    target: settings.max_requests
    recommendation: params.least * 10
rationale: |
  Starting a worker costs 0.4 s of CPU for a small application and several seconds for a large one. Spread over a few
  requests that is more than the requests themselves, and part of the workers is always missing. gunicorn's own advice
  against leaks is 1000 with a jitter.
references:
  - https://gunicorn.org/reference/settings/#max_requests
  - https://gunicorn.org/deploy/
examples:
  invalid:
    - name: ten requests
      line: 8
      message: workers restart after every 10 requests
      recommendation: "--max-requests=1000"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "4", --max-requests=10, --max-requests-jitter=5]
  valid:
    - name: a thousand
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "4", --max-requests=1000, --max-requests-jitter=100]
    - name: never
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "4"]
`],["memory/memory-budget-exceeded.yaml",`id: memory-budget-exceeded
title: The processes fit the memory limit by their measured size
severity: error
confidence: fact
programs: [gunicorn, celery]
roles: [web, worker]
matchConditions:
  - {name: measured, expression: sizing.isMeasured}
  - {name: processes, expression: "process.concurrency in ['process', 'thread']"}
validations:
  # More processes than the CPU carries: fewer of them is the remedy.
  - expression: "sizing.memoryNeed <= sizing.memory * (1 - sizing.headroom) || !has(sizing.recommended.processesForCpu) || process.processes <= sizing.recommended.processesForCpu"
    messageExpression: "'%d processes of %s need %s; the memory limit is %s, of which %d %% stay free, and the CPU carries %d'.format([process.processes, sizing.workerMemoryText, sizing.memoryNeedText, sizing.memoryText, sizing.headroom * 100, sizing.recommended.processesForCpu])"
    target: process.processes
    recommendation: sizing.recommended.processes
    alternatives:
      - {field: container.resources.limits.memory, value: "memoryText(sizing.recommended.memory)"}
    related:
      - {target: container.resources.limits.memory, message: "'limits.memory is %s here'.format([sizing.memoryText])"}
  # The CPU can use them all: more memory is.
  - expression: "sizing.memoryNeed <= sizing.memory * (1 - sizing.headroom) || (has(sizing.recommended.processesForCpu) && process.processes > sizing.recommended.processesForCpu)"
    messageExpression: "'%d processes of %s need %s; the memory limit is %s, of which %d %% stay free'.format([process.processes, sizing.workerMemoryText, sizing.memoryNeedText, sizing.memoryText, sizing.headroom * 100])"
    target: container.resources.limits.memory
    recommendation: sizing.recommended.memory
    alternatives:
      - {field: number of processes, value: "numberText(sizing.recommended.processesInMemory)"}
rationale: |
  Memory grows by the process: base + n × process, which measured containers follow within one percent. When the size of a
  process is given (by configuration, annotation or a usage file), the sum is no guess. Since Kubernetes 1.28 one process that
  goes over the limit takes the whole container with it.
references:
  - https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
  - https://github.com/kubernetes/kubernetes/pull/117793
examples:
  invalid:
    - name: four workers of 230Mi in 512Mi
      line: 11
      message: 4 processes of 230Mi need 950Mi
      recommendation: "resources.limits.memory: 1280Mi"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          annotations: {workerlint.dev/worker-memory: 230Mi}
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "4"]
              resources:
                limits: {cpu: "2", memory: 512Mi}
  valid:
    - name: they fit with headroom
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          annotations: {workerlint.dev/worker-memory: 230Mi}
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "4"]
              resources:
                limits: {cpu: "2", memory: 1280Mi}
    - name: nothing was measured
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "4"]
              resources:
                limits: {cpu: "2", memory: 512Mi}
`],["memory/memory-floor.yaml",`id: memory-floor
title: The memory limit is above what bare processes need
severity: error
confidence: practice
programs: [gunicorn, celery]
roles: [web, worker]
matchConditions:
  - {name: processes, expression: "process.concurrency in ['process', 'thread']"}
validations:
  # More processes than the CPU carries: fewer of them is the remedy.
  - expression: "sizing.memory >= sizing.memoryFloor || !has(sizing.recommended.processesForCpu) || process.processes <= sizing.recommended.processesForCpu"
    messageExpression: "'%d %s processes need %s before they load an application; the memory limit is %s and the CPU carries %d'.format([process.processes, process.program, sizing.memoryFloorText, sizing.memoryText, sizing.recommended.processesForCpu])"
    target: process.processes
    recommendation: sizing.recommended.processes
    alternatives:
      - {field: container.resources.limits.memory, value: "memoryText(sizing.recommended.memory)"}
    related:
      - {target: container.resources.limits.memory, message: "'limits.memory is %s here'.format([sizing.memoryText])"}
  # The CPU can use them all: more memory is.
  - expression: "sizing.memory >= sizing.memoryFloor || (has(sizing.recommended.processesForCpu) && process.processes > sizing.recommended.processesForCpu)"
    messageExpression: "'%d %s processes need %s before they load an application; the memory limit is %s'.format([process.processes, process.program, sizing.memoryFloorText, sizing.memoryText])"
    target: container.resources.limits.memory
    recommendation: sizing.recommended.memory
    alternatives:
      - {field: number of processes, value: "numberText(sizing.recommended.processesInMemory)"}
rationale: |
  Every worker is a Python interpreter of its own. The floor is 43 MiB and 40 MiB a gunicorn worker (the formula of the
  sclorg Python images), 44 MiB and 13 MiB a celery child (a bare application, shared pages counted once). An application
  comes on top: below the floor the kernel kills processes before the first request.
references:
  - https://github.com/sclorg/s2i-python-container/blob/master/3.12/README.md
  - https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
examples:
  invalid:
    - name: sixteen children in 128Mi
      line: 10
      message: 16 celery processes need 252Mi
      recommendation: "resources.limits.memory: 2Gi"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              image: registry.example/shop:1
              command: [celery, -A, shop, worker, -c, "16"]
              resources: {limits: {cpu: "16", memory: 128Mi}}
  valid:
    - name: just above the floor
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: worker}
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "4"]
              resources: {limits: {cpu: "4", memory: 96Mi}}
    - name: threads share one process
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "1", --threads, "16"]
              resources: {limits: {cpu: "1", memory: 96Mi}}
`],["memory/memory-limit-missing.yaml",`id: memory-limit-missing
title: Containers with several processes have a memory limit
severity: warning
confidence: practice
programs: [gunicorn, celery]
roles: [web, worker]
matchConditions:
  - {name: several, expression: process.processes > 1}
validations:
  - expression: container.limits.memory != null
    messageExpression: "'%d %s processes have no memory limit; want about %s'.format([process.processes, process.program, memoryText(sizing.recommended.memory)])"
    target: container.resources.limits.memory
    recommendation: sizing.recommended.memory
rationale: |
  Without a limit a leak in one process takes memory from every pod of the node, and the kernel picks the victim. The
  recommended limit is base + n × process with headroom, from the assumptions that the arithmetic names; replace them by
  measured values (\`workerlint.dev/worker-memory\`).
references:
  - https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
examples:
  invalid:
    - name: no limit
      line: 9
      message: 3 gunicorn processes have no memory limit
      recommendation: "resources.limits.memory: 576Mi"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "3"]
              resources:
                requests:
                  cpu: "1"
  valid:
    - name: a limit
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "3"]
              resources: {limits: {memory: 512Mi}, requests: {cpu: "1"}}
    - name: the namespace gives a limit
      manifest: |
        apiVersion: v1
        kind: LimitRange
        metadata: {name: defaults, namespace: shop}
        spec:
          limits:
            - type: Container
              default: {memory: 512Mi}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: web, namespace: shop}
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "3"]
              resources: {requests: {cpu: "1"}}
`],["memory/memory-per-worker-low.yaml",`id: memory-per-worker-low
title: A worker has the memory that applications need
severity: info
confidence: heuristic
programs: [gunicorn, uvicorn, fastapi]
roles: [web]
params: {perWorkerMebibytes: 256}
matchConditions:
  - {name: not-measured, expression: "!sizing.isMeasured"}
validations:
  - expression: process.processes <= 1 || sizing.memory / process.processes >= params.perWorkerMebibytes * 1048576
    messageExpression: "'%d workers share %s, which is %s for each; want %d or a measurement (workerlint.dev/worker-memory)'.format([process.processes, sizing.memoryText, memoryText(floor(sizing.memory / process.processes / 1048576) * 1048576), max(1, floor(sizing.memory / (params.perWorkerMebibytes * 1048576)))])"
    target: process.processes
    recommendation: max(1, floor(sizing.memory / (params.perWorkerMebibytes * 1048576)))
rationale: |
  Every worker loads the application for itself. A bare Django application measured 39 MiB a worker, with 60 MiB of data
  100 MiB; common platforms count 256 or 512 MiB for each. A worker that is killed for memory takes the requests of the
  whole container with it. Measure one and write it down: the policy is silent then.
references:
  - https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
  - https://github.com/heroku/heroku-buildpack-python/blob/main/vendor/WEB_CONCURRENCY.sh
examples:
  invalid:
    - name: eight workers in 1Gi
      line: 8
      message: "8 workers share 1Gi, which is 128Mi for each"
      recommendation: "--workers=4"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --workers=8]
              resources: {limits: {cpu: "4", memory: 1Gi}}
  valid:
    - name: 256Mi for each
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --workers=4]
              resources: {limits: {cpu: "4", memory: 1Gi}}
    - name: the size of a worker is known
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          annotations: {workerlint.dev/worker-memory: 90Mi}
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --workers=8]
              resources: {limits: {cpu: "4", memory: 1Gi}}
`],["memory/memory-request-below-need.yaml",`id: memory-request-below-need
title: The memory request covers what the processes are measured to need
severity: warning
confidence: practice
programs: [gunicorn, celery, uvicorn]
roles: [web, worker]
matchConditions:
  - {name: measured, expression: sizing.isMeasured}
  - {name: processes, expression: "process.concurrency in ['process', 'thread'] || process.program != 'celery'"}
  # What does not fit the limit cannot be requested; memory-budget-exceeded says so.
  - {name: fits, expression: "container.limits.memory == null || ceil(sizing.memoryNeed / 67108864) * 67108864 <= container.limits.memory"}
validations:
  - expression: container.requests.memory == null || container.requests.memory >= sizing.memoryNeed
    messageExpression: "'%d processes of %s need %s and only %s is requested, so the pod is among the first to be evicted; want %s'.format([process.processes, sizing.workerMemoryText, sizing.memoryNeedText, memoryText(container.requests.memory), memoryText(ceil(sizing.memoryNeed / 67108864) * 67108864)])"
    target: container.resources.requests.memory
    recommendation:
      target: container.resources.requests.memory
      value: memoryText(ceil(sizing.memoryNeed / 67108864) * 67108864)
      derivation:
        - {term: "'base + %d × process'.format([process.processes])", value: sizing.memoryNeedText}
        - {term: "'rounded up to 64Mi'", value: "memoryText(ceil(sizing.memoryNeed / 67108864) * 67108864)"}
rationale: |
  When a node runs out of memory the kubelet evicts first the pods that use more than they request. A request below what
  is measured makes that this pod on every full node.
references:
  - https://kubernetes.io/docs/concepts/scheduling-eviction/node-pressure-eviction/
  - https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
examples:
  invalid:
    - name: four workers of 230Mi request 256Mi
      line: 11
      message: 4 processes of 230Mi need 950Mi and only 256Mi is requested
      recommendation: "resources.requests.memory: 960Mi"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          annotations: {workerlint.dev/worker-memory: 230Mi}
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "4"]
              resources:
                requests: {cpu: "1", memory: 256Mi}
  valid:
    - name: the request covers them
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          annotations: {workerlint.dev/worker-memory: 230Mi}
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "4"]
              resources: {requests: {cpu: "1", memory: 1Gi}}
    - name: the limit holds less, which is another finding
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          annotations: {workerlint.dev/worker-memory: 230Mi}
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "4"]
              resources: {requests: {cpu: "1", memory: 256Mi}, limits: {memory: 512Mi}}
    - name: nothing was measured
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "4"]
              resources: {requests: {cpu: "1", memory: 256Mi}}
`],["memory/memory-suffix.yaml",`id: memory-suffix
title: Amounts of memory are amounts that a program can run in
severity: error
confidence: fact
scope: container
each: container.memoryQuantities
matchConditions:
  - {name: complete, expression: "!workload.isTemplate"}
validations:
  - expression: each.bytes >= 1048576 || each.bytes == 0
    messageExpression: "'%s is \\"%s\\", which is %s bytes; want Mi or Gi'.format([each.field, each.text, each.text.endsWith('m') ? numberText(each.bytes) + ' (m is a thousandth)' : numberText(each.bytes)])"
    target: container.{each.field}
    recommendation:
      target: container.{each.field}
      value: "each.text.endsWith('m') ? each.text.replaceFirst('m', 'Mi') : each.text + 'Mi'"
rationale: |
  Suffixes are those of Kubernetes: Ki, Mi, Gi and so on for powers of two, k, M, G for powers of ten, and m for
  thousandths. 512m of memory is half a byte, which counts as 1, and 512 is 512 bytes; the API server accepts both, the
  first with a warning. With such a limit the container is killed before its program starts: measured with 1 MiB too. Such
  a request reserves nothing. 0 is no mistake: no limit, or no reservation.
references:
  - https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#meaning-of-memory
  - https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
  - https://github.com/kubernetes/apimachinery/blob/v0.36.3/pkg/api/resource/quantity.go#L813-L816
  - https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/api/pod/warnings.go#L255-L261
examples:
  invalid:
    - name: millibytes
      line: 11
      message: "resources.limits.memory is \\"512m\\""
      recommendation: "resources.limits.memory: 512Mi"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
              resources:
                limits:
                  memory: 512m
  valid:
    - name: mebibytes
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
              resources: {limits: {memory: 512Mi}}
    - name: nothing is reserved on purpose
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
              resources: {requests: {memory: 0}, limits: {memory: 512Mi}}
    - name: decimal gigabytes
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
              resources: {limits: {memory: 7G}}
`],["memory/preload-suggestion.yaml",`id: preload-suggestion
title: Workers share the application where memory is tight
severity: info
confidence: heuristic
programs: [gunicorn]
matchConditions:
  - {name: forks, expression: "settings.worker_class_effective in ['sync', 'gthread', 'gevent']"}
  - {name: not-yet, expression: "!settings.preload_app && !settings.reload"}
  - {name: several, expression: settings.workers >= 3}
validations:
  - expression: sizing.memoryNeed <= sizing.memory * (1 - sizing.headroom)
    messageExpression: "'%d workers need about %s of %s; --preload lets them share what the application loads'.format([settings.workers, sizing.memoryNeedText, sizing.memoryText])"
    target: settings.preload_app
    recommendation:
      target: settings.preload_app
      value: "true"
rationale: |
  With --preload the parent imports the application and the workers share its pages. Measured with four workers of a
  Django application: 168 MiB without, 66 MiB with; after a garbage collection in each worker 135 MiB, and 67 MiB when the
  parent calls gc.freeze() before it forks. Connections that are opened while importing must be opened again in post_fork.
references:
  - https://gunicorn.org/reference/settings/#preload_app
  - https://docs.python.org/3/library/gc.html#gc.freeze
examples:
  invalid:
    - name: four workers in 512Mi
      line: 8
      message: 4 workers need about 542Mi of 512Mi
      recommendation: "--preload"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --workers=4]
              resources: {limits: {cpu: "2", memory: 512Mi}}
  valid:
    - name: they are preloaded
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --workers=4, --preload]
              resources: {limits: {cpu: "2", memory: 512Mi}}
    - name: uvicorn spawns its workers
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [uvicorn, "shop:app", --workers=4]
              resources: {limits: {cpu: "2", memory: 512Mi}}
`],["memory/tmpfs-memory.yaml",`id: tmpfs-memory
title: Volumes in memory have a size limit
severity: info
confidence: fact
scope: container
matchConditions:
  - {name: serves, expression: "container.servers > 0"}
  - {name: limited, expression: "container.limits.memory != null"}
validations:
  - expression: size(container.unboundedMemoryMounts) == 0
    messageExpression: "'%s is in memory without a sizeLimit, and what is written there counts against limits.memory %s; want a sizeLimit'.format([container.unboundedMemoryMounts[0], memoryText(container.limits.memory)])"
    target: container.volumeMounts
rationale: |
  Files in an emptyDir with medium Memory are memory of the containers that write them. Without a sizeLimit the volume may
  grow to all of it, and an upload kills the server.
references:
  - https://kubernetes.io/docs/concepts/storage/volumes/#emptydir
  - https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
examples:
  invalid:
    - name: uploads in memory
      line: 10
      message: /tmp is in memory without a sizeLimit
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          volumes: [{name: scratch, emptyDir: {medium: Memory}}]
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "2"]
              volumeMounts:
                - {name: scratch, mountPath: /tmp}
              resources: {limits: {memory: 512Mi}}
  valid:
    - name: with a limit
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          volumes: [{name: scratch, emptyDir: {medium: Memory, sizeLimit: 64Mi}}]
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "2"]
              volumeMounts: [{name: scratch, mountPath: /tmp}]
              resources: {limits: {memory: 512Mi}}
    - name: on disk
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          volumes: [{name: scratch, emptyDir: {}}]
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "2"]
              volumeMounts: [{name: scratch, mountPath: /tmp}]
              resources: {limits: {memory: 512Mi}}
`],["memory/uvicorn-limit-max-requests.yaml",`id: uvicorn-limit-max-requests
title: A server that ends after some requests has another to take over
severity: warning
confidence: fact
programs: [uvicorn]
matchConditions:
  - {name: limited, expression: "settings.limit_max_requests != null"}
validations:
  - expression: settings.workers > 1 || settings.reload
    messageExpression: "'uvicorn ends after %d requests and the container restarts with a growing delay; want --workers=2, or no --limit-max-requests'.format([settings.limit_max_requests])"
    target: settings.limit_max_requests
    alternatives:
      - {field: settings.workers, value: "'2'"}
rationale: |
  With one process nothing replaces the process that ends: verified with uvicorn 0.54, which exits with code 0. The
  kubelet restarts the container, first at once and then with a back-off of up to five minutes, and the pod serves nothing
  meanwhile. With several workers the parent starts another.
references:
  - https://www.uvicorn.org/settings/#resource-limits
  - https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#container-restarts
examples:
  invalid:
    - name: one process
      line: 8
      message: uvicorn ends after 1000 requests
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [uvicorn, "shop:app", --limit-max-requests=1000]
  valid:
    - name: two workers
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [uvicorn, "shop:app", --workers=2, --limit-max-requests=1000]
    - name: no limit
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [uvicorn, "shop:app"]
`],["probes/celery-probe-cost.yaml",`id: celery-probe-cost
title: A probe of celery has time to start Python
severity: warning
confidence: practice
scope: container
each: container.probes
matchConditions:
  - {name: asks-celery, expression: "each.asksCelery && 'celery' in pod.programs"}
validations:
  - expression: each.timeoutSeconds >= 10
    messageExpression: "'the %s starts celery and waits %d s for it; starting alone takes seconds of CPU: want timeoutSeconds %d'.format([each.probe, each.timeoutSeconds, max(10, each.celeryTimeout + 10)])"
    target: container.{each.probe}.timeoutSeconds
    recommendation:
      target: container.{each.probe}.timeoutSeconds
      value: max(10, each.celeryTimeout + 10)
      derivation:
        - {term: "'timeout of celery itself'", value: "numberText(each.celeryTimeout) + ' s'"}
        - {term: "'start of Python and the application'", value: "'10 s'"}
  - expression: each.periodSeconds >= 60 || each.probe == 'startupProbe'
    messageExpression: "'the %s starts celery every %d s, which costs seconds of CPU each time; want periodSeconds 60'.format([each.probe, each.periodSeconds])"
    target: container.{each.probe}.periodSeconds
    recommendation:
      target: container.{each.probe}.periodSeconds
      value: "60.0"
rationale: |
  Each \`celery inspect ping\` starts Python, imports the application and asks over the broker: 2.9 s of CPU were measured
  in production. With the default of 1 s the probe fails whenever the node is busy, and a worker that is busy with tasks
  is restarted; every 10 s it takes a third of a core.
references:
  - https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/
  - https://github.com/celery/celery/issues/4079
examples:
  invalid:
    - name: one second
      line: 9
      message: the livenessProbe starts celery and waits 1 s
      recommendation: "livenessProbe.timeoutSeconds: 11"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              livenessProbe:
                exec: {command: [celery, -A, shop, inspect, ping, -d, celery@worker]}
                periodSeconds: 60
    - name: every ten seconds
      line: 12
      message: the livenessProbe starts celery every 10 s
      recommendation: "livenessProbe.periodSeconds: 60"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              livenessProbe:
                exec: {command: [celery, -A, shop, inspect, ping, -d, celery@worker]}
                timeoutSeconds: 15
                periodSeconds: 10
  valid:
    - name: rarely and patiently
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              livenessProbe:
                exec: {command: [celery, -A, shop, inspect, ping, -d, celery@worker]}
                timeoutSeconds: 15
                periodSeconds: 60
    - name: a file that the worker touches
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              livenessProbe:
                exec: {command: [test, -f, /tmp/worker-alive]}
`],["probes/celery-probe-no-destination.yaml",`id: celery-probe-no-destination
title: A probe of celery asks its own worker
severity: warning
confidence: practice
scope: container
each: container.probes
matchConditions:
  - {name: asks-celery, expression: "each.asksCelery && 'celery' in pod.programs"}
validations:
  - expression: each.hasDestination
    messageExpression: "'the %s passes when any worker of the system answers; want -d celery@$HOSTNAME in sh -c'.format([each.probe])"
    target: container.{each.probe}.exec.command
rationale: |
  Without -d the ping goes to all workers, and one answer is enough. Verified with celery 5.6.3 and two nodes on one Redis
  broker: with one of them stopped or killed the command still ends with 0, and with -d and the name of that node it ends
  with 69 and "No nodes replied within time constraint". A worker that hangs is never restarted while a sibling lives, and
  each probe disturbs all of them.
references:
  - https://docs.celeryq.dev/en/stable/userguide/monitoring.html#management-command-line-utilities-inspect-control
  - https://docs.celeryq.dev/en/v5.6.3/userguide/workers.html#ping
  - https://github.com/celery/celery/blob/v5.6.3/celery/bin/control.py
examples:
  invalid:
    - name: any worker
      line: 11
      message: the livenessProbe passes when any worker of the system answers
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              livenessProbe:
                exec:
                  command: [celery, -A, shop, inspect, ping]
                timeoutSeconds: 15
                periodSeconds: 60
  valid:
    - name: this one
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              livenessProbe:
                exec: {command: [sh, -c, celery -A shop inspect ping -d celery@$HOSTNAME]}
                timeoutSeconds: 15
                periodSeconds: 60
    - name: no celery command
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              livenessProbe:
                exec: {command: [python, /healthcheck.py]}
`],["probes/celery-probe-solo.yaml",`id: celery-probe-solo
title: A worker that is asked can answer while it works
severity: warning
confidence: fact
programs: [celery]
roles: [worker]
matchConditions:
  - {name: asked, expression: "container.livenessProbe.asksCelery && !process.conditional"}
validations:
  - expression: "settings.pool_effective != 'solo'"
    message: a solo worker answers no ping while a task runs, so the liveness probe kills it at work; want another pool or another probe
    target: container.livenessProbe
rationale: |
  The solo pool runs tasks in the process that also answers remote control. Verified with 5.6.3: during a task \`inspect
  ping\` gets "No nodes replied within time constraint" and ends with 69, and the kubelet restarts the container in the
  middle of the task.
references:
  - https://docs.celeryq.dev/en/stable/userguide/concurrency/index.html
  - https://github.com/celery/celery/blob/v5.6.3/celery/concurrency/solo.py
examples:
  invalid:
    - name: ping to a solo worker
      line: 9
      message: a solo worker answers no ping while a task runs
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -P, solo]
              livenessProbe:
                exec: {command: [sh, -c, celery -A shop inspect ping -d celery@$HOSTNAME]}
                timeoutSeconds: 15
                periodSeconds: 60
  valid:
    - name: processes do the work
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              livenessProbe:
                exec: {command: [sh, -c, celery -A shop inspect ping -d celery@$HOSTNAME]}
                timeoutSeconds: 15
                periodSeconds: 60
    - name: only at the start
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -P, solo]
              startupProbe:
                exec: {command: [sh, -c, celery -A shop inspect ping -d celery@$HOSTNAME]}
                timeoutSeconds: 15
                periodSeconds: 60
`],["probes/celery-probe-timeout-shorter.yaml",`id: celery-probe-timeout-shorter
title: "A probe waits longer than celery's own timeout"
severity: warning
confidence: fact
scope: container
each: container.probes
matchConditions:
  - {name: asks-celery, expression: each.asksCelery}
validations:
  - expression: each.celeryTimeout < each.timeoutSeconds || each.celeryTimeout <= 1
    messageExpression: "'celery waits %d s for an answer, but the %s is killed after %d s; want timeoutSeconds %d'.format([each.celeryTimeout, each.probe, each.timeoutSeconds, each.celeryTimeout + 10])"
    target: container.{each.probe}.timeoutSeconds
    recommendation: ceil(each.celeryTimeout + 10)
rationale: |
  The timeout of the command is what celery waits for an answer, after Python has started. A probe that ends before fails
  although the worker would have answered in time.
references:
  - https://docs.celeryq.dev/en/stable/reference/cli.html
  - https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/
examples:
  invalid:
    - name: thirty seconds in ten
      line: 12
      message: "celery waits 30 s for an answer, but the readinessProbe is killed after 10 s"
      recommendation: "readinessProbe.timeoutSeconds: 40"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              readinessProbe:
                exec: {command: [celery, -A, shop, inspect, ping, -t, "30", -d, celery@worker]}
                periodSeconds: 60
                timeoutSeconds: 10
  valid:
    - name: five in fifteen
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              readinessProbe:
                exec: {command: [celery, -A, shop, inspect, ping, -t, "5", -d, celery@worker]}
                periodSeconds: 60
                timeoutSeconds: 15
    - name: the default of one second
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              readinessProbe:
                exec: {command: [celery, -A, shop, inspect, ping, -d, celery@worker]}
                periodSeconds: 60
                timeoutSeconds: 15
`],["probes/liveness-depends-on-broker.yaml",`id: liveness-depends-on-broker
title: A broker that is down restarts no worker
severity: info
confidence: practice
scope: container
matchConditions:
  - {name: serves, expression: "'celery' in pod.programs"}
validations:
  - expression: "!container.livenessProbe.asksCelery"
    message: the liveness probe asks over the broker, so an outage of the broker restarts every worker; want a check inside the container
    target: container.livenessProbe
rationale: |
  \`celery inspect ping\` travels over the broker. When that is down, all workers fail their probes and restart together,
  again and again with a growing delay, and are missing when the broker is back. A worker reconnects by itself. As a
  startup probe the command is fine.
references:
  - https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/
  - https://docs.celeryq.dev/en/stable/userguide/workers.html#ping
examples:
  invalid:
    - name: liveness over the broker
      line: 9
      message: the liveness probe asks over the broker
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              livenessProbe:
                exec: {command: [sh, -c, celery -A shop inspect ping -d celery@$HOSTNAME]}
                timeoutSeconds: 15
                periodSeconds: 60
  valid:
    - name: only at the start
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              startupProbe:
                exec: {command: [sh, -c, celery -A shop inspect ping -d celery@$HOSTNAME]}
                timeoutSeconds: 15
                periodSeconds: 60
    - name: a file that the worker touches
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              livenessProbe: {exec: {command: [test, -f, /tmp/worker-alive]}}
`],["probes/liveness-stricter-than-readiness.yaml",`id: liveness-stricter-than-readiness
title: A pod is taken out of service before it is restarted
severity: info
confidence: heuristic
scope: container
variables:
  - {name: liveness, expression: container.livenessProbe.periodSeconds * container.livenessProbe.failureThreshold}
  - {name: readiness, expression: container.readinessProbe.periodSeconds * container.readinessProbe.failureThreshold}
matchConditions:
  - {name: both, expression: "container.servers > 0 && container.livenessProbe.kind == 'http' && container.readinessProbe.kind == 'http'"}
validations:
  - expression: variables.liveness >= variables.readiness
    messageExpression: "'the liveness probe restarts after %d s, before the readiness probe takes the pod out of service after %d s; want failureThreshold %d'.format([variables.liveness, variables.readiness, ceil(2 * variables.readiness / container.livenessProbe.periodSeconds)])"
    target: container.livenessProbe.failureThreshold
    recommendation: ceil(2 * variables.readiness / container.livenessProbe.periodSeconds)
rationale: |
  A busy server recovers when it gets no new requests, which is what a failed readiness probe gives it. A liveness probe
  that is quicker restarts it instead, and the load goes to the others.
references:
  - https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/
examples:
  invalid:
    - name: liveness first
      line: 12
      message: the liveness probe restarts after 10 s
      recommendation: "livenessProbe.failureThreshold: 12"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "2"]
              livenessProbe:
                httpGet: {path: /, port: 8000}
                periodSeconds: 5
                failureThreshold: 2
              readinessProbe: {httpGet: {path: /, port: 8000}}
  valid:
    - name: readiness first
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "2"]
              livenessProbe: {httpGet: {path: /, port: 8000}, failureThreshold: 6}
              readinessProbe: {httpGet: {path: /, port: 8000}}
    - name: no readiness probe
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "2"]
              livenessProbe: {httpGet: {path: /, port: 8000}, periodSeconds: 5}
`],["probes/probe-literal-variable.yaml",`id: probe-literal-variable
title: Variables in a probe are read by a shell
severity: error
confidence: fact
scope: container
each: container.probes
matchConditions:
  - {name: complete, expression: "!workload.isTemplate"}
  - {name: serves, expression: container.servers > 0}
validations:
  - expression: each.literalVariable == null
    messageExpression: "'\\"%s\\" in the %s stays as it is written, because no shell reads it; want sh -c, or $(NAME) of the container'.format([each.literalVariable, each.probe])"
    target: container.{each.probe}.exec.command
rationale: |
  The command of a probe is run without a shell. $HOSTNAME stays $HOSTNAME, no worker has that name, and the probe fails
  for ever: verified with celery 5.6.3, which answers "No nodes replied within time constraint" and ends with 69.
  Kubernetes expands $(NAME) of variables that the manifest sets; HOSTNAME is not one of them.
references:
  - https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-a-liveness-command
  - https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#LifecycleHandler
examples:
  invalid:
    - name: a name that no worker has
      line: 11
      message: "\\"celery@$HOSTNAME\\" in the livenessProbe stays as it is written"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              livenessProbe:
                exec:
                  command: [celery, -A, shop, inspect, ping, -d, celery@$HOSTNAME]
                timeoutSeconds: 15
                periodSeconds: 60
  valid:
    - name: a shell reads it
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              livenessProbe:
                exec: {command: [sh, -c, celery -A shop inspect ping -d celery@$HOSTNAME]}
                timeoutSeconds: 15
                periodSeconds: 60
    - name: Kubernetes reads it
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              livenessProbe:
                exec: {command: [celery, -A, shop, inspect, ping, -d, celery@$(POD_NAME)]}
                timeoutSeconds: 15
                periodSeconds: 60
`],["probes/probe-starvation.yaml",`id: probe-starvation
title: A busy server still answers its liveness probe
severity: warning
confidence: fact
programs: [gunicorn]
matchConditions:
  - {name: probed, expression: "container.livenessProbe.kind == 'http'"}
  - {name: request-workers, expression: "process.concurrency in ['process', 'thread']"}
validations:
  - expression: process.slots > 1
    messageExpression: "'one request at a time is served, so the liveness probe (timeout %d s) waits behind any slow request; want --threads=%d'.format([container.livenessProbe.timeoutSeconds, sizing.recommended.threads])"
    target: settings.threads
    recommendation: sizing.recommended.threads
    alternatives:
      - {field: container.livenessProbe.timeoutSeconds, value: "'5'"}
      - {field: settings.workers, value: "'2'"}
    related:
      - {target: container.livenessProbe, message: "'the probe that is starved'"}
rationale: |
  One sync worker serves one request at a time, and the probe is a request too. Measured with work that mostly waits: at half
  of its CPU a single sync worker answered 2 of 15 probes late; with two workers or four threads none was late. When probes
  fail, the kubelet restarts the container and the load moves to its siblings.
references:
  - https://github.com/benoitc/gunicorn/issues/2467
  - https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/
examples:
  invalid:
    - name: one worker with one thread
      line: 8
      message: one request at a time is served
      recommendation: --threads=4
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -b, ":8000"]
              livenessProbe: {httpGet: {path: /healthz, port: 8000}}
  valid:
    - name: threads answer beside a slow request
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -b, ":8000", --threads=2]
              livenessProbe: {httpGet: {path: /healthz, port: 8000}}
    - name: a TCP probe needs no worker
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -b, ":8000"]
              livenessProbe: {tcpSocket: {port: 8000}}
`],["probes/probe-timeout-default.yaml",`id: probe-timeout-default
title: A liveness probe gives Python time to answer
severity: info
confidence: heuristic
scope: container
matchConditions:
  - {name: serves, expression: "container.servers > 0 && container.role != 'initContainer' && !workload.isBatch"}
  - {name: small, expression: "container.limits.cpu != null && container.limits.cpu < 1000"}
  - {name: probed, expression: "container.livenessProbe.kind in ['http', 'exec']"}
validations:
  - expression: container.livenessProbe.timeoutSeconds > 1
    messageExpression: "'the liveness probe waits 1 s for a server that stands still for most of every 100 ms on %s CPU; want timeoutSeconds 5'.format([cpuText(container.limits.cpu)])"
    target: container.livenessProbe.timeoutSeconds
    recommendation:
      target: container.livenessProbe.timeoutSeconds
      value: "5.0"
rationale: |
  Below one core the server is throttled in 22 to 63 % of all periods even at 70 % load (measured), and at 130 % load
  every shape fails 25 to 60 % of its probes within 1 s. Restarting a container because it is busy moves its load to the
  others.
references:
  - https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/
  - https://github.com/benoitc/gunicorn/issues/2467
examples:
  invalid:
    - name: the default of one second
      line: 9
      message: the liveness probe waits 1 s
      recommendation: "livenessProbe.timeoutSeconds: 5"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "2"]
              livenessProbe:
                httpGet: {path: /, port: 8000}
              resources: {limits: {cpu: 500m}}
  valid:
    - name: five seconds
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "2"]
              livenessProbe:
                httpGet: {path: /, port: 8000}
                timeoutSeconds: 5
              resources: {limits: {cpu: 500m}}
    - name: a whole core
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "2"]
              livenessProbe:
                httpGet: {path: /, port: 8000}
              resources: {limits: {cpu: "1"}}
`],["probes/readiness-missing.yaml",`id: readiness-missing
title: A Service sends requests to pods that are ready
severity: info
confidence: practice
roles: [web]
matchConditions:
  - {name: behind-a-service, expression: "workload.hasService && !workload.isBatch && container.role == 'container' && !process.conditional"}
  - {name: alone, expression: pod.containers == 1}
validations:
  - expression: "container.readinessProbe.kind != 'none' || container.startupProbe.kind != 'none'"
    messageExpression: "'without a readiness probe the Service sends requests while %s still loads the application; want a readinessProbe'.format([process.program])"
    target: container.readinessProbe
rationale: |
  A container without a readiness probe counts as ready as soon as it runs. Loading a Python application takes seconds,
  and until then connections are refused: at each rollout, restart and scale-up.
references:
  - https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/#readiness-probe
examples:
  invalid:
    - name: no probe
      line: 10
      message: without a readiness probe the Service sends requests
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, -b, "0.0.0.0:8000"]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports: [{port: 80, targetPort: 8000}]
  valid:
    - name: a readiness probe
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, -b, "0.0.0.0:8000"]
                  readinessProbe: {httpGet: {path: /, port: 8000}}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports: [{port: 80, targetPort: 8000}]
    - name: no Service
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, -b, "0.0.0.0:8000"]
`],["probes/startup-slower-than-liveness.yaml",`id: startup-slower-than-liveness
title: A server is up before its liveness probe gives up
severity: warning
confidence: heuristic
programs: [gunicorn]
roles: [web]
params: {importSeconds: 2}
variables:
  - {name: start, expression: "(0.06 + params.importSeconds * (settings.preload_app ? 1.0 : process.processes)) / sizing.cpu"}
  - {name: patience, expression: "container.livenessProbe.initialDelaySeconds + container.livenessProbe.periodSeconds * container.livenessProbe.failureThreshold"}
matchConditions:
  - {name: probed, expression: "container.livenessProbe.kind != 'none' && container.startupProbe.kind == 'none' && !workload.isBatch"}
  - {name: limited, expression: sizing.cpuIsLimit}
validations:
  - expression: variables.start <= variables.patience
    messageExpression: "'%d workers need about %d s to start on %s CPU and the liveness probe gives up after %d s; want a startupProbe'.format([process.processes, ceil(variables.start), sizing.cpuText, variables.patience])"
    target: container.livenessProbe
rationale: |
  Every worker imports the application, and all of them share the CPU limit: measured, starting takes 0.06 s and the time
  of one import for each worker, divided by the limit. A liveness probe that gives up before restarts the container, and
  it starts again from the beginning. The figure assumes an import of 2 s of CPU.
references:
  - https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-startup-probes
examples:
  invalid:
    - name: eight workers on a quarter of a core
      line: 9
      message: 8 workers need about 65 s to start on 250m CPU
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "8"]
              livenessProbe:
                httpGet: {path: /, port: 8000}
              resources: {limits: {cpu: 250m, memory: 2Gi}}
  valid:
    - name: a startup probe
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "8"]
              livenessProbe: {httpGet: {path: /, port: 8000}}
              startupProbe: {httpGet: {path: /, port: 8000}, failureThreshold: 30}
              resources: {limits: {cpu: 250m, memory: 2Gi}}
    - name: a quick start
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "2"]
              livenessProbe: {httpGet: {path: /, port: 8000}}
              resources: {limits: {cpu: 500m, memory: 2Gi}}
`],["scaling/autoscale-twice.yaml",`id: autoscale-twice
title: Capacity is scaled in one place
severity: warning
confidence: practice
programs: [celery]
roles: [worker]
matchConditions:
  - {name: scaled, expression: size(workload.scalers) > 0}
validations:
  - expression: settings.autoscale == null
    messageExpression: "'--autoscale=%d,%d changes the pool while %s changes the pods, and neither knows of the other; want -c %d'.format([settings.autoscale[0], settings.autoscale[1], workload.scalers[0].kind, settings.autoscale[0]])"
    target: settings.autoscale
rationale: |
  Each of the two sees a load that the other has just changed: pools shrink when pods are added, and pods are removed
  because pools are large. With a fixed pool a pod is a known amount of capacity.
references:
  - https://docs.celeryq.dev/en/stable/userguide/workers.html#autoscaling
  - https://keda.sh/docs/latest/concepts/scaling-deployments/
examples:
  invalid:
    - name: pool and pods
      line: 10
      message: "--autoscale=8,2 changes the pool while ScaledObject changes the pods"
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          template:
            spec:
              containers:
                - name: worker
                  command: [celery, -A, shop, worker, "--autoscale=8,2"]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata:
          name: worker
        spec:
          scaleTargetRef: {name: worker}
          triggers:
            - type: redis
              metadata: {listName: celery, listLength: "5"}
  valid:
    - name: only pods
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          template:
            spec:
              containers:
                - name: worker
                  command: [celery, -A, shop, worker, -c, "2"]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata:
          name: worker
        spec:
          scaleTargetRef: {name: worker}
          triggers:
            - type: redis
              metadata: {listName: celery, listLength: "5"}
    - name: only the pool
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          template:
            spec:
              containers:
                - name: worker
                  command: [celery, -A, shop, worker, "--autoscale=8,2"]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
`],["scaling/hpa-cpu-celery.yaml",`id: hpa-cpu-celery
title: Queue workers scale with the queue
severity: info
confidence: heuristic
scope: scaler
validations:
  - expression: "scaler.kind != 'HorizontalPodAutoscaler' || !('worker' in scaler.roles) || 'web' in scaler.roles || size(scaler.metrics) == 0 || scaler.metrics.exists(metric, metric.type in ['External', 'Object', 'Pods'])"
    messageExpression: "'%s scales %s on its own CPU or memory; a queue that grows shows only in its length: want KEDA or an external metric'.format([scaler.name, scaler.programs])"
    target: scaler.spec.metrics
rationale: |
  Tasks that wait for a network leave the CPU idle while thousands of them are queued, and a worker with one long task
  looks fully used with an empty queue. The length of the queue is what there is to do.
references:
  - https://keda.sh/docs/latest/scalers/redis-lists/
  - https://keda.sh/docs/latest/scalers/rabbitmq-queue/
examples:
  invalid:
    - name: celery on CPU
      line: 21
      message: worker scales celery on its own CPU or memory
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          template:
            spec:
              containers:
                - name: worker
                  command: [celery, -A, shop, worker, -c, "2"]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: worker
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: worker}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 70}
  valid:
    - name: the queue
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          template:
            spec:
              containers:
                - name: worker
                  command: [celery, -A, shop, worker, -c, "2"]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: worker}
          metrics:
            - type: External
              external: {metric: {name: queue_length}, target: {type: AverageValue, averageValue: "10"}}
    - name: a web server
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, -w, "3"]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 70}
`],["scaling/hpa-cpu-io-bound.yaml",`id: hpa-cpu-io-bound
title: CPU shows the load that there is
severity: info
confidence: heuristic
scope: scaler
variables:
  - {name: onCpu, expression: "scaler.metrics.all(metric, metric.type == 'Resource' && metric.name == 'cpu') && size(scaler.metrics) > 0"}
validations:
  - expression: "!variables.onCpu || !scaler.processes.exists(process, process.role == 'web' && (process.concurrency == 'eventLoop' || (process.concurrency == 'thread' && process.threads > 8)))"
    messageExpression: "'%s scales on CPU alone, and %s waits more than it computes; want requests in flight or latency as well'.format([scaler.kind, scaler.programs])"
    target: scaler.spec.metrics
rationale: |
  Event loops and many threads serve work that waits. All connections of the database can be taken and every request be
  late while the CPU is half idle: measured with requests that wait 95 % of the time, one process saturates at 5 % of its
  CPU limit.
references:
  - https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/
  - https://keda.sh/docs/latest/scalers/prometheus/
examples:
  invalid:
    - name: an event loop on CPU
      line: 21
      message: HorizontalPodAutoscaler scales on CPU alone
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              containers:
                - name: web
                  command: [uvicorn, "shop:app"]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 70}
  valid:
    - name: requests too
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              containers:
                - name: web
                  command: [uvicorn, "shop:app"]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 70}
            - type: Pods
              pods: {metric: {name: requests_in_flight}, target: {type: AverageValue, averageValue: "20"}}
    - name: sync workers
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, -w, "3"]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 70}
`],["scaling/hpa-cpu-one-slot.yaml",`id: hpa-cpu-one-slot
title: An autoscaler sees a full server
severity: warning
confidence: practice
scope: scaler
variables:
  - {name: onCpu, expression: "scaler.metrics.all(metric, metric.type == 'Resource' && metric.name == 'cpu') && size(scaler.metrics) > 0"}
validations:
  - expression: "!variables.onCpu || !(size(scaler.processes) == 1 && scaler.processes[0].role == 'web' && scaler.processes[0].slots == 1 && scaler.processes[0].concurrency != 'eventLoop')"
    messageExpression: "'%s scales on CPU, and one sync worker of %s is full long before its CPU is; want --threads=4, or more workers'.format([scaler.kind, scaler.programs])"
    target: scaler.spec.metrics
rationale: |
  One sync worker serves one request at a time. When that request waits for a database, the worker is full and its CPU
  idle: measured, it saturates at 5 % of a 500m limit with requests that wait, at 44 % with mixed ones. The autoscaler
  sees no load and adds no pod.
references:
  - https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/
  - https://github.com/benoitc/gunicorn/issues/3159
examples:
  invalid:
    - name: one worker
      line: 21
      message: one sync worker of gunicorn is full long before its CPU is
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 70}
  valid:
    - name: threads
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, --threads=4]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 70}
    - name: another metric
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Pods
              pods: {metric: {name: requests_in_flight}, target: {type: AverageValue, averageValue: "1"}}
`],["scaling/hpa-memory-prefork.yaml",`id: hpa-memory-prefork
title: Memory of Python says when to scale down too
severity: info
confidence: heuristic
scope: scaler
validations:
  - expression: "!scaler.metrics.exists(metric, metric.type == 'Resource' && metric.name == 'memory') || size(scaler.programs) == 0"
    messageExpression: "'%s scales on memory, which %s does not give back when the load is gone; want CPU, requests or the queue'.format([scaler.kind, scaler.programs])"
    target: scaler.spec.metrics
rationale: |
  A Python process keeps the memory of its largest request or task. The autoscaler adds pods when the load rises and never
  sees the memory fall, so the number of pods only grows.
references:
  - https://docs.celeryq.dev/en/stable/userguide/optimizing.html
  - https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/
examples:
  invalid:
    - name: memory of gunicorn
      line: 21
      message: HorizontalPodAutoscaler scales on memory
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: memory
                target: {type: Utilization, averageUtilization: 70}
  valid:
    - name: CPU
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 70}
    - name: something that is not Python
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              containers:
                - name: web
                  command: [/bin/server]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: memory
                target: {type: Utilization, averageUtilization: 70}
`],["scaling/hpa-no-request.yaml",`id: hpa-no-request
title: An autoscaler on utilisation has a request to measure by
severity: error
confidence: fact
scope: scaler
matchConditions:
  - {name: known, expression: scaler.targetIsKnown && !workload.isTemplate}
  - {name: whole-pod, expression: "!scaler.triggers.exists(trigger, trigger.type in ['cpu', 'memory'] && ('containerName' in trigger.metadata || ('type' in trigger.metadata && trigger.metadata.type != 'Utilization')))"}
validations:
  - expression: size(scaler.missingRequests) == 0
    messageExpression: "'%s scales by utilisation, which is a share of the request, and there is no request for %s; want one'.format([scaler.kind, scaler.missingRequests])"
    target: scaler.spec.scaleTargetRef.name
rationale: |
  Utilisation is usage divided by the request. When one container or sidecar of the pod has no request for the resource,
  the autoscaler cannot compute it: by that metric alone the number of pods stays what it is, and with other metrics it
  grows and never shrinks. KEDA's webhook refuses the ScaledObject. A LimitRange of the namespace may set the request.
  Metrics of one container need only the request of that one.
references:
  - https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/
  - https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/controller/podautoscaler/replica_calculator.go#L513-L534
  - https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/controller/podautoscaler/horizontal.go#L351-L357
  - https://github.com/kedacore/keda/blob/v2.21.0/apis/keda/v1alpha1/scaledobject_webhook.go#L538-L556
examples:
  invalid:
    - name: no CPU request
      line: 19
      message: "HorizontalPodAutoscaler scales by utilisation, which is a share of the request, and there is no request for cpu of web"
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi]
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 70}
  valid:
    - name: a request
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 70}
    - name: KEDA measures one container
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
                - name: proxy
                  image: nginx
        ---
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata:
          name: web
        spec:
          minReplicaCount: 2
          scaleTargetRef: {name: web}
          triggers:
            - type: cpu
              metricType: Utilization
              metadata: {value: "70", containerName: web}
    - name: a limit is a request too
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi]
                  resources: {limits: {cpu: "1", memory: 1Gi}}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 70}
    - name: an average value needs none
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi]
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: AverageValue, averageValue: 400m}
    - name: the target is elsewhere
      manifest: |
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 70}
`],["scaling/hpa-replicas-field.yaml",`id: hpa-replicas-field
title: One object says how many pods there are
severity: info
confidence: fact
scope: workload
matchConditions:
  - {name: scaled, expression: "size(workload.scalers) > 0 && workload.kind in ['Deployment', 'StatefulSet', 'Rollout']"}
validations:
  - expression: "!workload.replicasIsSet"
    messageExpression: "'spec.replicas is set and %s %s owns it, so each apply resets the number of pods; want no spec.replicas'.format([workload.scalers[0].kind, workload.scalers[0].name])"
    target: workload.spec.replicas
rationale: |
  Every apply of the manifest sets the number of pods back to the one that is written, also in the middle of a peak, until
  the autoscaler has noticed. The documentation asks to remove the field.
references:
  - https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/#migrating-deployments-and-statefulsets-to-horizontal-autoscaling
examples:
  invalid:
    - name: both
      line: 6
      message: spec.replicas is set and HorizontalPodAutoscaler web owns it
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          replicas: 2
          template:
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 70}
  valid:
    - name: the autoscaler alone
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 70}
    - name: no autoscaler
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          replicas: 2
          template:
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
`],["scaling/hpa-target-unreachable.yaml",`id: hpa-target-unreachable
title: An autoscaler can reach its target
severity: error
confidence: fact
scope: scaler
each: scaler.metrics
matchConditions:
  - {name: cpu, expression: "each.type == 'Resource' && each.name == 'cpu' && each.targetType == 'Utilization' && each.target != null"}
  - {name: known, expression: scaler.targetIsKnown}
validations:
  - expression: each.target < scaler.reachableCpu
    messageExpression: "'the target is %d %% of the CPU requests, and the limits allow %d %% at most, so it never adds a pod; want less, such as %d %%'.format([each.target, floor(scaler.reachableCpu), min(80, floor(scaler.reachableCpu * 0.7))])"
    target: scaler.spec.metrics
rationale: |
  Pods are throttled at their limits, so their utilisation never exceeds limits divided by requests. The autoscaler adds
  pods only when utilisation divided by the target exceeds 1, by a tenth unless its tolerance is changed. By a target at or
  above what the limits allow it never adds one, however long the queue of requests grows; other metrics may.
references:
  - https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/#algorithm-details
  - https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#how-pods-with-resource-limits-are-run
  - https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/controller/podautoscaler/metrics/utilization.go#L49-L51
  - https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/controller/podautoscaler/replica_calculator.go#L110-L119
examples:
  invalid:
    - name: all that there is
      line: 21
      message: "the target is 100 % of the CPU requests, and the limits allow 100 % at most"
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi]
                  resources: {limits: {cpu: "1", memory: 1Gi}}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 100}
  valid:
    - name: seventy percent
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi]
                  resources: {limits: {cpu: "1", memory: 1Gi}}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 70}
    - name: the limit is twice the request
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi]
                  resources: {requests: {cpu: 500m}, limits: {cpu: "1"}}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 120}
    - name: no limit
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 150}
`],["scaling/keda-cpu-zero.yaml",`id: keda-cpu-zero
title: A workload that is scaled to zero can come back
severity: warning
confidence: fact
scope: scaler
matchConditions:
  - {name: keda, expression: "scaler.kind == 'ScaledObject' && size(scaler.triggers) > 0"}
  - {name: to-zero, expression: "scaler.min != null && scaler.min == 0"}
validations:
  - expression: "!scaler.triggers.all(trigger, trigger.type in ['cpu', 'memory'])"
    messageExpression: "'with no pods there is no CPU or memory to measure, so %s cannot start the first one; want minReplicaCount 1'.format([scaler.name])"
    target: scaler.spec.minReplicaCount
    recommendation:
      target: scaler.spec.minReplicaCount
      value: "1.0"
rationale: |
  The cpu and memory scalers measure running pods. With minReplicaCount 0, its default, and no other trigger, nothing
  could activate the workload: the documentation asks for another trigger or a minimum of 1.
references:
  - https://keda.sh/docs/latest/scalers/cpu/
  - https://keda.sh/docs/latest/reference/scaledobject-spec/#minreplicacount
examples:
  invalid:
    - name: zero by default
      line: 5
      message: with no pods there is no CPU or memory to measure
      recommendation: "spec.minReplicaCount: 1"
      manifest: |
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata:
          name: worker
        spec:
          scaleTargetRef: {name: worker}
          triggers:
            - type: cpu
              metricType: Utilization
              metadata: {value: "70"}
  valid:
    - name: at least one
      manifest: |
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata:
          name: worker
        spec:
          scaleTargetRef: {name: worker}
          minReplicaCount: 1
          triggers:
            - type: cpu
              metricType: Utilization
              metadata: {value: "70"}
    - name: another trigger starts it
      manifest: |
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata:
          name: worker
        spec:
          scaleTargetRef: {name: worker}
          triggers:
            - type: cpu
              metricType: Utilization
              metadata: {value: "70"}
            - type: redis
              metadata: {listName: celery, listLength: "5"}
`],["scaling/keda-grace.yaml",`id: keda-grace
title: Scaling in waits for tasks
severity: warning
confidence: practice
programs: [celery, dramatiq, rq, huey]
roles: [worker]
matchConditions:
  - {name: scaled-by-keda, expression: "workload.scalers.exists(scaler, scaler.kind == 'ScaledObject')"}
  - {name: unlimited, expression: "process.program != 'celery' || (settings.time_limit == null && settings.soft_time_limit == null)"}
validations:
  - expression: pod.terminationGracePeriodIsSet
    messageExpression: "'KEDA removes pods whenever the queue is short, and each has 30 s for a task of %s of any length; want terminationGracePeriodSeconds above the longest task, or a ScaledJob'.format([process.program])"
    target: pod.terminationGracePeriodSeconds
rationale: |
  The queue is short exactly when the last tasks run. KEDA then takes pods away, and the kubelet kills what still runs at
  the end of the grace period: those tasks are lost, or run again after the visibility timeout.
references:
  - https://keda.sh/docs/latest/concepts/scaling-deployments/#long-running-executions
  - https://github.com/kedacore/keda/issues/2901
examples:
  invalid:
    - name: the default of thirty seconds
      line: 8
      message: KEDA removes pods whenever the queue is short
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          template:
            spec:
              containers:
                - name: worker
                  command: [celery, -A, shop, worker, -c, "2"]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata:
          name: worker
        spec:
          scaleTargetRef: {name: worker}
          triggers:
            - type: redis
              metadata: {listName: celery, listLength: "5"}
  valid:
    - name: a grace period is chosen
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          template:
            spec:
              terminationGracePeriodSeconds: 300
              containers:
                - name: worker
                  command: [celery, -A, shop, worker, -c, "2"]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata:
          name: worker
        spec:
          scaleTargetRef: {name: worker}
          triggers:
            - type: redis
              metadata: {listName: celery, listLength: "5"}
    - name: tasks are limited
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          template:
            spec:
              containers:
                - name: worker
                  command: [celery, -A, shop, worker, -c, "2", --time-limit=25]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata:
          name: worker
        spec:
          scaleTargetRef: {name: worker}
          triggers:
            - type: redis
              metadata: {listName: celery, listLength: "5"}
`],["scaling/keda-list-length.yaml",`id: keda-list-length
title: The target of a queue trigger fits a worker
severity: info
confidence: heuristic
scope: scaler
each: scaler.triggers
variables:
  - {name: slots, expression: "scaler.processes[0].slots"}
matchConditions:
  - {name: redis, expression: "each.type in ['redis', 'redis-cluster', 'redis-sentinel'] && size(scaler.processes) == 1 && 'listLength' in each.metadata"}
validations:
  - expression: double(each.metadata.listLength) <= 10.0 * variables.slots && double(each.metadata.listLength) * 2.0 >= variables.slots
    messageExpression: "'listLength %s is the number of tasks for each pod, and a pod runs %d at a time; want %d to %d'.format([each.metadata.listLength, variables.slots, variables.slots, 2 * variables.slots])"
    target: scaler.spec.triggers
rationale: |
  KEDA starts one pod for each listLength tasks. Far above the number of tasks that a pod runs at a time, pods come late
  and tasks wait for many rounds; far below, pods are started that find nothing to do.
references:
  - https://keda.sh/docs/latest/scalers/redis-lists/
examples:
  invalid:
    - name: a hundred tasks for two processes
      line: 19
      message: "listLength 100 is the number of tasks for each pod, and a pod runs 2 at a time"
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          template:
            spec:
              containers:
                - name: worker
                  command: [celery, -A, shop, worker, -c, "2"]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata:
          name: worker
        spec:
          scaleTargetRef: {name: worker}
          triggers:
            - type: redis
              metadata: {listName: celery, listLength: "100"}
  valid:
    - name: four for two
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          template:
            spec:
              containers:
                - name: worker
                  command: [celery, -A, shop, worker, -c, "2"]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata:
          name: worker
        spec:
          scaleTargetRef: {name: worker}
          triggers:
            - type: redis
              metadata: {listName: celery, listLength: "4"}
    - name: another trigger
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          template:
            spec:
              containers:
                - name: worker
                  command: [celery, -A, shop, worker, -c, "2"]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata:
          name: worker
        spec:
          scaleTargetRef: {name: worker}
          triggers:
            - type: cron
              metadata: {start: "0 8 * * *", end: "0 20 * * *", desiredReplicas: "10"}
`],["scaling/keda-prefetch.yaml",`id: keda-prefetch
title: The length of the queue is what waits
severity: info
confidence: practice
programs: [celery]
roles: [worker]
matchConditions:
  - {name: scaled-by-keda, expression: "workload.scalers.exists(scaler, scaler.kind == 'ScaledObject')"}
  - {name: default, expression: "origins.prefetch_multiplier == 'default' && !settings.disable_prefetch"}
  - {name: counted, expression: process.slots > 0}
validations:
  - expression: settings.prefetch_multiplier <= 1
    messageExpression: "'each worker takes up to %d tasks off the queue that KEDA measures; want --prefetch-multiplier=1'.format([process.slots * settings.prefetch_multiplier])"
    target: settings.prefetch_multiplier
    recommendation:
      target: settings.prefetch_multiplier
      value: "1.0"
rationale: |
  celery reserves concurrency times the prefetch multiplier (4) of tasks, and a reserved task is in no queue. KEDA sees a
  short queue while tasks wait inside busy workers, and removes pods that hold them. Measured, the multiplier hardly
  changes the throughput.
references:
  - https://docs.celeryq.dev/en/stable/userguide/optimizing.html#prefetch-limits
  - https://keda.sh/docs/latest/scalers/redis-lists/
examples:
  invalid:
    - name: the default of four
      line: 10
      message: each worker takes up to 8 tasks off the queue
      recommendation: "--prefetch-multiplier=1"
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          template:
            spec:
              containers:
                - name: worker
                  command: [celery, -A, shop, worker, -c, "2"]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata:
          name: worker
        spec:
          scaleTargetRef: {name: worker}
          triggers:
            - type: redis
              metadata: {listName: celery, listLength: "5"}
  valid:
    - name: one
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          template:
            spec:
              containers:
                - name: worker
                  command: [celery, -A, shop, worker, -c, "2", --prefetch-multiplier=1]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata:
          name: worker
        spec:
          scaleTargetRef: {name: worker}
          triggers:
            - type: redis
              metadata: {listName: celery, listLength: "5"}
    - name: no autoscaler
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          template:
            spec:
              containers:
                - name: worker
                  command: [celery, -A, shop, worker, -c, "2"]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
`],["scaling/scale-bounds.yaml",`id: scale-bounds
title: The bounds of an autoscaler are a range
severity: error
confidence: fact
scope: scaler
validations:
  - expression: scaler.max == null || scaler.min == null || scaler.min <= scaler.max
    messageExpression: "'%s has a minimum of %d and a maximum of %d, which is refused; want at least %d as the maximum'.format([scaler.kind, scaler.min, scaler.max, scaler.min])"
    target: scaler.spec.maxReplicas
rationale: |
  The API server refuses a HorizontalPodAutoscaler whose maxReplicas is below minReplicas (1 unless it is set), and
  KEDA's webhook a ScaledObject whose maxReplicaCount (100) is below minReplicaCount: the old one stays, or none. Without
  the webhook KEDA's operator marks the ScaledObject as not ready and does not scale.
references:
  - https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/
  - https://keda.sh/docs/latest/reference/scaledobject-spec/
  - https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/apis/autoscaling/validation/validation.go#L62-L69
  - https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/apis/autoscaling/v2/defaults.go#L72-L74
  - https://github.com/kedacore/keda/blob/v2.21.0/apis/keda/v1alpha1/scaledobject_types.go#L382-L391
  - https://github.com/kedacore/keda/blob/v2.21.0/controllers/keda/scaledobject_controller.go#L300-L303
examples:
  invalid:
    - name: the wrong way round
      line: 7
      message: HorizontalPodAutoscaler has a minimum of 4 and a maximum of 2
      manifest: |
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 4
          maxReplicas: 2
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 70}
  valid:
    - name: a range
      manifest: |
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 4
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 70}
    - name: the defaults of KEDA
      manifest: |
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata:
          name: worker
        spec:
          scaleTargetRef: {name: worker}
          triggers:
            - type: redis
              metadata: {listName: celery, listLength: "5"}
`],["scaling/scaler-without-range.yaml",`id: scaler-without-range
title: An autoscaler has a range to scale in
severity: info
confidence: fact
scope: scaler
matchConditions:
  - {name: bounded, expression: "scaler.max != null && scaler.min != null"}
validations:
  - expression: scaler.min != scaler.max
    messageExpression: "'%s has %d as its minimum and its maximum, so it never scales; want a range, or spec.replicas'.format([scaler.kind, scaler.min])"
    target: scaler.spec.scaleTargetRef.name
rationale: |
  With equal bounds the number of pods is fixed, and the reader looks for the load that changes it. spec.replicas says the
  same in one place.
references:
  - https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/
  - https://keda.sh/docs/latest/reference/scaledobject-spec/
examples:
  invalid:
    - name: two to two
      line: 8
      message: HorizontalPodAutoscaler has 2 as its minimum and its maximum
      manifest: |
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 2
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 70}
  valid:
    - name: two to four
      manifest: |
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 4
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 70}
    - name: the defaults of KEDA
      manifest: |
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata:
          name: worker
        spec:
          scaleTargetRef: {name: worker}
          triggers:
            - type: redis
              metadata: {listName: celery, listLength: "5"}
`],["scaling/two-scalers.yaml",`id: two-scalers
title: One autoscaler scales a workload
severity: error
confidence: fact
scope: scaler
matchConditions:
  - {name: complete, expression: "scaler.targetName != ''"}
validations:
  - expression: size(scaler.rivals) == 0
    messageExpression: "'%s and %s scale the same %s %s and stop one another; want one'.format([scaler.kind + '/' + scaler.name, scaler.rivals[0], scaler.targetKind, scaler.targetName])"
    target: scaler.spec.scaleTargetRef.name
rationale: |
  A HorizontalPodAutoscaler whose pods another one controls as well reports AmbiguousSelector and does nothing, since
  Kubernetes 1.26: neither of the two scales any more. Before, they set two numbers of pods in turn. A ScaledObject
  creates a HorizontalPodAutoscaler of its own, so one that is written beside it is the second; KEDA's webhook refuses a
  ScaledObject for a workload that has one already.
references:
  - https://keda.sh/docs/latest/concepts/scaling-deployments/
  - https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/controller/podautoscaler/horizontal.go#L426-L432
  - https://github.com/kubernetes/kubernetes/pull/112011
  - https://github.com/kedacore/keda/blob/v2.21.0/apis/keda/v1alpha1/scaledobject_webhook.go#L324-L350
examples:
  invalid:
    - name: an HPA beside KEDA
      line: 20
      message: HorizontalPodAutoscaler/by-cpu and ScaledObject/worker scale the same Deployment worker
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          template:
            spec:
              containers:
                - name: worker
                  command: [celery, -A, shop, worker, -c, "2"]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: by-cpu
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: worker}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 70}
        ---
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata:
          name: worker
        spec:
          scaleTargetRef: {name: worker}
          triggers:
            - type: redis
              metadata: {listName: celery, listLength: "5"}
  valid:
    - name: one
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          template:
            spec:
              containers:
                - name: worker
                  command: [celery, -A, shop, worker, -c, "2"]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata:
          name: worker
        spec:
          scaleTargetRef: {name: worker}
          triggers:
            - type: redis
              metadata: {listName: celery, listLength: "5"}
    - name: two for two
      manifest: |
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: a
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: a}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 70}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: b
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: b}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 70}
`],["settings/arg-with-space.yaml",`id: arg-with-space
title: A flag and its value are two words
severity: error
confidence: fact
matchConditions:
  - {name: certain, expression: "!process.conditional"}
validations:
  - expression: process.spacedWord == null
    messageExpression: "'\\"%s\\" is one word, so %s does not read it as a flag; want the value behind \\"=\\" or in an item of its own'.format([process.spacedWord, process.program])"
    target: process.spacedWord
    recommendation:
      target: process.spacedWord
      value: "process.spacedWord.replaceFirstSpace('=')"
rationale: |
  Every item of \`command\` and \`args\` is one word; no shell splits it. gunicorn takes \`"--workers 4"\` behind the application
  for one more positional word and ignores it, so one worker runs; in front of the application the container does not
  start. celery refuses it.
references:
  - https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/
  - https://docs.python.org/3/library/argparse.html#arguments-containing
examples:
  invalid:
    - name: flag and value in one item
      line: 11
      message: '"--workers 4" is one word'
      recommendation: --workers=4
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn]
              args:
                - shop.wsgi
                - --workers 4
  valid:
    - name: a value may hold spaces
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, "--access-logformat=%(h)s %(r)s", -w, "2"]
    - name: a shell splits
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              command: [sh, -c, "exec gunicorn shop.wsgi --workers 2"]
`],["settings/beat-green-pool.yaml",`id: beat-green-pool
title: A worker with beat has a pool that allows it
severity: error
confidence: fact
programs: [celery]
roles: [worker]
matchConditions:
  - {name: certain, expression: "!process.conditional"}
validations:
  - expression: "!(settings.beat && settings.pool_effective in ['gevent', 'eventlet'])"
    messageExpression: "'celery does not start with -B and the %s pool; want beat as a Deployment of its own'.format([settings.pool_effective])"
    target: settings.beat
rationale: |
  Beat runs in a process or a thread beside the pool, which green pools cannot have. Verified with 5.6.3: "-B option
  doesn't work with eventlet/gevent pools: use standalone beat instead".
references:
  - https://docs.celeryq.dev/en/stable/userguide/periodic-tasks.html#starting-the-scheduler
  - https://github.com/celery/celery/blob/v5.6.3/celery/worker/components.py
examples:
  invalid:
    - name: beat beside greenlets
      line: 8
      message: celery does not start with -B and the gevent pool
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -P, gevent, -c, "100", -B]
  valid:
    - name: beat beside processes
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2", -B]
    - name: greenlets alone
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -P, gevent, -c, "100"]
`],["settings/bind-loopback.yaml",`id: bind-loopback
title: Web servers listen where the pod's network reaches them
severity: error
confidence: fact
programs: [gunicorn]
variables:
  - {name: isReached, expression: "size(container.ports) > 0 || workload.hasService || container.livenessProbe.kind in ['http', 'tcp'] || container.readinessProbe.kind in ['http', 'tcp']"}
  - {name: port, expression: "size(container.ports) > 0 ? container.ports[0] : 8000.0"}
matchConditions:
  - {name: certain, expression: "!process.conditional"}
  - {name: reached, expression: variables.isReached}
  - {name: no-proxy-in-the-pod, expression: pod.containers == 1}
validations:
  - expression: "size(settings.bind) == 0 || !settings.bind.all(address, address.startsWith('127.') || address.startsWith('localhost') || address.startsWith('[::1]'))"
    messageExpression: "'gunicorn listens on %s, which nothing outside the container reaches; want 0.0.0.0:%d'.format([settings.bind, variables.port])"
    target: settings.bind
    recommendation:
      target: settings.bind
      value: "'0.0.0.0:%d'.format([variables.port])"
      derivation:
        - {term: "'containerPort'", value: "numberText(variables.port)"}
rationale: |
  Without \`--bind\` and without PORT gunicorn listens on 127.0.0.1:8000. Services and probes come from outside the
  container's own loopback address: every probe fails and the pod never becomes ready. With another container in the pod that may be the
  intention (a proxy in front), so the policy is silent there.
references:
  - https://gunicorn.org/reference/settings/#bind
  - https://kubernetes.io/docs/concepts/services-networking/service/
examples:
  invalid:
    - name: the default address behind a containerPort
      line: 8
      message: gunicorn listens on 127.0.0.1:8000
      recommendation: --bind=0.0.0.0:9000
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "2"]
              ports: [{containerPort: 9000}]
  valid:
    - name: PORT moves the default to all addresses
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "2"]
              env: [{name: PORT, value: "9000"}]
              ports: [{containerPort: 9000}]
    - name: a proxy in the same pod
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -b, "127.0.0.1:8000"]
              ports: [{containerPort: 8000}]
            - name: proxy
              image: nginx:1.27
`],["settings/bind-port-mismatch.yaml",`id: bind-port-mismatch
title: The server listens on the port that is asked for
severity: warning
confidence: practice
roles: [web]
each: container.probes
matchConditions:
  - {name: alone, expression: "pod.containers == 1 && container.servers == 1 && !process.conditional"}
  - {name: asks-a-port, expression: "each.kind in ['http', 'tcp'] && each.port != null"}
validations:
  - expression: size(process.ports) == 0 || each.port in process.ports
    messageExpression: "'the %s asks port %d, but %s listens on %d; want one port'.format([each.probe, each.port, process.program, process.ports[0]])"
    target: container.{each.probe}.{each.kind}Get.port
rationale: |
  Nothing answers on a port that no process listens on: the probe fails, the pod never becomes ready, and a liveness probe
  restarts it for ever. With another container in the pod, which may listen there, the policy is silent.
references:
  - https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/
  - https://gunicorn.org/reference/settings/#bind
examples:
  invalid:
    - name: another port
      line: 12
      message: "the livenessProbe asks port 8080, but gunicorn listens on 8000"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -b, "0.0.0.0:8000"]
              livenessProbe:
                httpGet:
                  path: /
                  port: 8080
  valid:
    - name: the same port
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -b, "0.0.0.0:8000"]
              livenessProbe: {httpGet: {path: /, port: 8000}}
    - name: a proxy in the pod
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -b, "127.0.0.1:8000"]
              livenessProbe: {httpGet: {path: /, port: 8080}}
            - name: proxy
              image: nginx:1.27
    - name: a port with a name
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -b, "0.0.0.0:8000"]
              ports: [{name: http, containerPort: 8000}]
              livenessProbe: {httpGet: {path: /, port: http}}
`],["settings/celery-autoscale-overrides-concurrency.yaml",`id: celery-autoscale-overrides-concurrency
title: "celery's pool has one size"
severity: info
confidence: fact
programs: [celery]
roles: [worker]
matchConditions:
  - {name: autoscales, expression: "settings.autoscale != null"}
validations:
  - expression: "!(origins.concurrency in ['cli', 'env'])"
    messageExpression: "'concurrency %d does nothing beside --autoscale=%d,%d; want one of them'.format([settings.concurrency, settings.autoscale[0], settings.autoscale[1]])"
    target: settings.concurrency
  - expression: settings.autoscale[1] > 0
    messageExpression: "'--autoscale shrinks to 0 processes, so the first task waits for a start; want a minimum, as in --autoscale=%d,1'.format([settings.autoscale[0]])"
    target: settings.autoscale
    recommendation:
      target: settings.autoscale
      value: "'%d,1'.format([settings.autoscale[0]])"
rationale: |
  With --autoscale the pool starts at the minimum and grows to the maximum; --concurrency does not count. One number alone
  is the maximum over a minimum of 0.
references:
  - https://docs.celeryq.dev/en/stable/userguide/workers.html#autoscaling
  - https://github.com/celery/celery/blob/v5.6.3/celery/worker/components.py
examples:
  invalid:
    - name: both
      line: 8
      message: "concurrency 4 does nothing beside --autoscale=8,2"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "4", "--autoscale=8,2"]
    - name: one number
      line: 8
      message: "--autoscale shrinks to 0 processes"
      recommendation: "--autoscale=8,1"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, --autoscale=8]
  valid:
    - name: a pair
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, "--autoscale=8,2"]
    - name: "a pair in the other order, which celery sorts"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, "--autoscale=2,8"]
`],["settings/celery-legacy-cli.yaml",`id: celery-legacy-cli
title: Options of celery stand where celery 5 reads them
severity: warning
confidence: fact
programs: [celery]
matchConditions:
  - {name: refused, expression: process.startupError != null}
validations:
  - expression: process.legacyWord == null
    messageExpression: "'celery 5 refuses \\"%s\\" here: %s; want global options in front of the sub-command and the names of celery 5'.format([process.legacyWord, process.startupError])"
    target: process.legacyWord
rationale: |
  Since celery 5 the options of the program (-A, -b, --workdir and so on) stand in front of the sub-command, and
  --maxtasksperchild is --max-tasks-per-child. Verified with 5.6.3, which ends with "No such option"; celery 4 accepts
  both, so this is a warning while the version is not known.
references:
  - https://docs.celeryq.dev/en/stable/history/whatsnew-5.0.html
  - https://docs.celeryq.dev/en/stable/reference/cli.html
examples:
  invalid:
    - name: the app behind the sub-command
      line: 11
      message: "celery 5 refuses \\"-A\\" here"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command:
              - celery
              - worker
              - -A
              - shop
  valid:
    - name: the app in front
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, --max-tasks-per-child=3]
    - name: a queue of that name
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, --app=shop, worker, --queues, app]
`],["settings/celery-node-name-shared.yaml",`id: celery-node-name-shared
title: Each worker has a name of its own
severity: warning
confidence: fact
programs: [celery]
roles: [worker]
matchConditions:
  - {name: several, expression: "workload.replicasMax == null || workload.replicasMax > 1"}
  - {name: not-filled-in, expression: "!workload.isTemplate"}
  - {name: named, expression: "settings.hostname != null"}
validations:
  - expression: "settings.hostname.looksLike('*%[hnd]*') || settings.hostname.contains('%h') || settings.hostname.contains('%n') || settings.hostname.contains('%d') || settings.hostname.contains('$') || settings.hostname == ''"
    messageExpression: "'every replica is named %s, so they answer for one another; want %s'.format([settings.hostname.contains('@') ? settings.hostname : 'celery@' + settings.hostname, settings.hostname.contains('@') ? settings.hostname.split('@')[0] + '@%h' : settings.hostname + '@%h'])"
    target: settings.hostname
    recommendation:
      target: settings.hostname
      value: "settings.hostname.contains('@') ? settings.hostname.split('@')[0] + '@%h' : settings.hostname + '@%h'"
rationale: |
  A name without %h is the same in every pod (verified: -n worker1 becomes celery@worker1). The documentation asks for
  unique names: with equal ones remote control, \`inspect ping -d\` and monitors reach any of the workers, and a probe
  reports a sibling's health.
references:
  - https://docs.celeryq.dev/en/stable/userguide/workers.html#starting-the-worker
examples:
  invalid:
    - name: one name for three
      line: 11
      message: "every replica is named celery@mail"
      recommendation: "--hostname=mail@%h"
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          replicas: 3
          template:
            spec:
              containers:
                - name: worker
                  command: [celery, -A, shop, worker, -c, "2", -n, mail]
  valid:
    - name: the name of the pod
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          replicas: 3
          template:
            spec:
              containers:
                - name: worker
                  command: [celery, -A, shop, worker, -c, "2", -n, "mail@%h"]
    - name: one worker
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          replicas: 1
          template:
            spec:
              containers:
                - name: worker
                  command: [celery, -A, shop, worker, -c, "2", -n, mail]
`],["settings/celery-pool-ignores-option.yaml",`id: celery-pool-ignores-option
title: "celery's options are ones that its pool reads"
severity: warning
confidence: fact
programs: [celery]
roles: [worker]
variables:
  - {name: pool, expression: settings.pool_effective}
  - {name: isOther, expression: "settings.pool_effective in ['gevent', 'eventlet', 'threads', 'solo']"}
validations:
  - expression: "!(variables.isOther && settings.max_tasks_per_child != null && settings.max_tasks_per_child > 0)"
    messageExpression: "'max-tasks-per-child %d does nothing: the %s pool has no children; want prefork or no --max-tasks-per-child'.format([settings.max_tasks_per_child, variables.pool])"
    target: settings.max_tasks_per_child
  - expression: "!(variables.isOther && settings.max_memory_per_child != null && settings.max_memory_per_child > 0)"
    messageExpression: "'max-memory-per-child %d does nothing: the %s pool has no children; want prefork or no --max-memory-per-child'.format([settings.max_memory_per_child, variables.pool])"
    target: settings.max_memory_per_child
  - expression: "!(variables.isOther && settings.soft_time_limit != null && settings.soft_time_limit > 0)"
    messageExpression: "'soft-time-limit %d does nothing in the %s pool; want prefork, or a timeout in the task'.format([settings.soft_time_limit, variables.pool])"
    target: settings.soft_time_limit
  - expression: "!(variables.pool in ['threads', 'solo'] && settings.time_limit != null && settings.time_limit > 0)"
    messageExpression: "'time-limit %d does nothing in the %s pool; want prefork, or a timeout in the task'.format([settings.time_limit, variables.pool])"
    target: settings.time_limit
  - expression: "!(variables.pool == 'solo' && origins.concurrency in ['cli', 'env'] && settings.concurrency > 1)"
    messageExpression: "'concurrency %d does nothing: the solo pool runs one task at a time; want another pool or more replicas'.format([settings.concurrency])"
    target: settings.concurrency
rationale: |
  Only the prefork pool has child processes that can be replaced or interrupted. The documentation warns that another pool
  silently disables soft time limits and max-tasks-per-child; solo runs one task whatever the concurrency. Whoever wrote
  the option relies on a protection that is not there.
references:
  - https://docs.celeryq.dev/en/stable/userguide/concurrency/index.html
  - https://github.com/celery/celery/blob/v5.6.3/celery/concurrency/solo.py
examples:
  invalid:
    - name: children of threads
      line: 8
      message: "max-tasks-per-child 100 does nothing: the threads pool has no children"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -P, threads, -c, "8", --max-tasks-per-child=100]
    - name: "eight at a time, alone"
      line: 8
      message: concurrency 8 does nothing
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -P, solo, -c, "8"]
  valid:
    - name: prefork reads them all
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "4", --max-tasks-per-child=100, --soft-time-limit=60]
    - name: gevent has a hard time limit
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -P, gevent, -c, "100", --time-limit=60]
`],["settings/celery-soft-limit-not-below-hard.yaml",`id: celery-soft-limit-not-below-hard
title: The soft time limit comes before the hard one
severity: warning
confidence: fact
programs: [celery]
roles: [worker]
validations:
  - expression: settings.soft_time_limit == null || settings.time_limit == null || settings.soft_time_limit == 0 || settings.time_limit == 0 || settings.soft_time_limit < settings.time_limit
    messageExpression: "'the soft time limit of %d s never comes, because tasks are killed after %d s; want at most %d'.format([settings.soft_time_limit, settings.time_limit, floor(settings.time_limit * 0.9)])"
    target: settings.soft_time_limit
    recommendation: max(1, floor(settings.time_limit * 0.9))
rationale: |
  The soft limit raises an exception in the task, which can then clean up; the hard limit kills the process. When the hard
  one is not later, no task ever gets the exception: verified with 5.6.3, where a limit of 2 s killed the task before the
  soft limit of 5 s.
references:
  - https://docs.celeryq.dev/en/stable/userguide/workers.html#time-limits
examples:
  invalid:
    - name: the wrong way round
      line: 8
      message: the soft time limit of 600 s never comes
      recommendation: "--soft-time-limit=270"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2", --soft-time-limit=600, --time-limit=300]
  valid:
    - name: soft before hard
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2", --soft-time-limit=270, --time-limit=300]
    - name: one alone
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2", --soft-time-limit=600]
`],["settings/celery-zero-ignored.yaml",`id: celery-zero-ignored
title: A concurrency of 0 is not meant
severity: warning
confidence: fact
programs: [celery]
roles: [worker]
validations:
  - expression: process.zeroWord == null
    messageExpression: "'\\"%s\\" means that nothing is given, so celery takes the configuration or the CPU count of the node; want a number'.format([process.zeroWord])"
    target: process.zeroWord
  - expression: "!('CELERY_WORKER_CONCURRENCY' in container.variables) || container.values.CELERY_WORKER_CONCURRENCY != '0'"
    message: CELERY_WORKER_CONCURRENCY 0 means that nothing is given, so celery takes the configuration or the CPU count of the node; want a number
    target: env.CELERY_WORKER_CONCURRENCY
rationale: |
  celery takes the first value that is not empty, and 0 counts as empty: a concurrency of 0 becomes one process for each
  CPU of the node, a prefetch multiplier of 0 becomes 4 and not "no limit". Only the setting worker_prefetch_multiplier in
  the application can be 0.
references:
  - https://docs.celeryq.dev/en/stable/userguide/configuration.html#worker-concurrency
  - https://github.com/celery/celery/blob/v5.6.3/celery/worker/worker.py
examples:
  invalid:
    - name: no processes
      line: 8
      message: "\\"--concurrency=0\\" means that nothing is given"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, --concurrency=0]
  valid:
    - name: one process
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, --concurrency=1]
    - name: no time limit
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, --concurrency=1, --max-tasks-per-child=0]
`],["settings/click-short-equals.yaml",`id: click-short-equals
title: Short options take their value without an equals sign
severity: error
confidence: fact
programs: [celery, uvicorn, granian, rq]
matchConditions:
  - {name: certain, expression: "!process.conditional && !workload.isTemplate"}
validations:
  - expression: "process.equalsShortFlag == null || process.startupError == null"
    messageExpression: "'\\"%s\\" is read with the equals sign as part of the value, and %s does not start: %s'.format([process.equalsShortFlag, process.program, process.startupError])"
    target: process.equalsShortFlag
    recommendation:
      target: process.equalsShortFlag
      value: "process.equalsShortFlag.replaceFirst('=', '')"
rationale: |
  These programs read -c=4 as the option -c with the value "=4". Verified with celery 5.6.3: "'=4' is not a valid
  integer", and the container restarts for ever. Short options take the value behind them or in the next word, long ones
  after an equals sign.
references:
  - https://click.palletsprojects.com/en/stable/options/
  - https://docs.celeryq.dev/en/stable/reference/cli.html
examples:
  invalid:
    - name: a short option of celery
      line: 8
      message: "\\"-c=4\\" is read with the equals sign"
      recommendation: "-c4"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c=4]
  valid:
    - name: a long option
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, --concurrency=4]
    - name: gunicorn reads it
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w=4]
`],["settings/daemonized.yaml",`id: daemonized
title: The server stays in the foreground
severity: error
confidence: fact
programs: [gunicorn, celery, uwsgi]
variables:
  - {name: detaches, expression: "process.program == 'gunicorn' ? settings.daemon : process.program == 'celery' ? settings.detach : settings.daemonize != null"}
matchConditions:
  - {name: certain, expression: "!process.conditional && process.isLast"}
validations:
  - expression: "!variables.detaches"
    messageExpression: "'%s goes to the background, so the container ends as soon as it has started; want it in the foreground'.format([process.program])"
    target: "process.program"
rationale: |
  A container lives as long as its first process. A server that detaches leaves that process with nothing to do: it ends,
  and the kernel takes the server with it. Verified as PID 1 of a PID namespace: \`gunicorn -D\` (26.2.0), \`celery worker
  --detach\`, \`celery beat --detach\`, \`celery multi start\` (5.6.3), which detaches always, and \`uwsgi --daemonize\` (2.0.31)
  end within a second with code 0, and nothing stays alive.
references:
  - https://gunicorn.org/reference/settings/#daemon
  - https://github.com/celery/celery/blob/v5.6.3/celery/bin/worker.py
  - https://docs.celeryq.dev/en/v5.6.3/reference/celery.bin.multi.html
  - https://uwsgi-docs.readthedocs.io/en/latest/Options.html#daemonize
  - https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/
examples:
  invalid:
    - name: a daemon
      line: 8
      message: gunicorn goes to the background
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -D]
    - name: celery multi
      line: 8
      message: celery goes to the background
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, multi, start, w1, -A, shop, -c, "2"]
    - name: a worker that detaches
      line: 8
      message: celery goes to the background
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2", --detach]
    - name: uWSGI with a log file
      line: 8
      message: uwsgi goes to the background
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [uwsgi, "--http=:8000", --master, --daemonize=/var/log/uwsgi.log, --module=shop.wsgi]
  valid:
    - name: the foreground
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
    - name: something else stays
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [sh, -c, "gunicorn shop.wsgi -D && tail -f /var/log/shop.log"]
`],["settings/dev-flags.yaml",`id: dev-flags
title: Servers run without options for development
severity: warning
confidence: fact
matchConditions:
  - {name: certain, expression: "!process.conditional"}
variables:
  - {name: reloads, expression: "has(settings.reload) && settings.reload == true"}
  - {name: watches, expression: "has(settings.watch) && settings.watch != null"}
validations:
  - expression: "!variables.reloads"
    messageExpression: "'--reload watches the files of %s for changes that an image never has%s; want it only in development'.format([process.program, process.program == 'uvicorn' ? ', and runs one worker whatever is asked for' : ''])"
    target: settings.reload
  - expression: "!variables.watches"
    messageExpression: "'--watch restarts %s when files change, which an image never does; want it only in development'.format([process.program])"
    target: settings.watch
  - expression: "!(has(settings.spew) && settings.spew == true)"
    message: --spew prints every line that gunicorn executes; want it only when you debug
    target: settings.spew
  - expression: "!process.via.exists(label, label in ['watchmedo', 'nodemon', 'watchfiles'])"
    messageExpression: "'%s restarts %s when files change, which an image never does; want it only in development'.format([process.via.filter(label, label in ['watchmedo', 'nodemon', 'watchfiles'])[0], process.program])"
    target: process.command
rationale: |
  Options that reload the application watch its files all the time, start a second process, and some restart on a touched
  log file. uvicorn ignores --workers with --reload.
references:
  - https://gunicorn.org/reference/settings/#reload
  - https://www.uvicorn.org/settings/#development
examples:
  invalid:
    - name: reload in a Deployment
      line: 8
      message: "--reload watches the files of uvicorn"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [uvicorn, "shop:app", --host=0.0.0.0, --reload]
  valid:
    - name: without
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [uvicorn, "shop:app", --host=0.0.0.0]
    - name: only when it is asked for
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [sh, -c, "if [ -n \\"$DEV\\" ]; then exec uvicorn shop:app --reload; fi; exec uvicorn shop:app"]
`],["settings/env-not-read.yaml",`id: env-not-read
title: Variables that look like settings are read
severity: warning
confidence: practice
programs: [gunicorn, celery]
each: "process.program == 'gunicorn' ? ['GUNICORN_WORKERS', 'GUNICORN_THREADS', 'GUNICORN_TIMEOUT', 'GUNICORN_BIND', 'GUNICORN_WORKER_CLASS'].map(name, {'name': name}) : ['CELERY_CONCURRENCY', 'CELERYD_CONCURRENCY', 'CELERY_WORKERS'].map(name, {'name': name})"
matchConditions:
  - {name: literal, expression: "each.name in container.values"}
  - {name: own-words, expression: "process.role in ['web', 'worker'] && process.via.all(label, label in ['tini', 'dumb-init', 'exec', 'sh -c', 'bash -c', '/bin/sh -c', '/bin/bash -c'])"}
  - {name: no-configuration-file, expression: "process.program != 'gunicorn' || origins.config == 'default'"}
  - {name: undecided, expression: "process.program != 'celery' || 'concurrency' in process.cpuCountSettings"}
validations:
  - expression: each.name in process.variablesInUse
    messageExpression: "'%s does not read %s (%s here); want %s'.format([process.program, each.name, container.values[each.name], process.program == 'celery' ? 'CELERY_WORKER_CONCURRENCY' : each.name == 'GUNICORN_WORKERS' ? 'WEB_CONCURRENCY' : 'GUNICORN_CMD_ARGS'])"
    target: env.{each.name}
rationale: |
  gunicorn reads GUNICORN_CMD_ARGS, WEB_CONCURRENCY and PORT; celery reads CELERY_WORKER_CONCURRENCY. Names such as
  GUNICORN_WORKERS mean something only to a script or a configuration file that uses them (verified: gunicorn 26.2.0
  starts one worker with GUNICORN_WORKERS=4). When your own gunicorn.conf.py or settings module reads the variable, ignore
  this with that reason.
references:
  - https://gunicorn.org/configure/
  - https://docs.celeryq.dev/en/stable/reference/cli.html
examples:
  invalid:
    - name: a number that nobody reads
      line: 11
      message: gunicorn does not read GUNICORN_WORKERS (4 here); want WEB_CONCURRENCY
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
              env:
                - name: GUNICORN_WORKERS
                  value: "4"
  valid:
    - name: the command uses it
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --workers=$(GUNICORN_WORKERS)]
              env: [{name: GUNICORN_WORKERS, value: "4"}]
    - name: a configuration file may read it
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -c, /etc/shop/gunicorn.py]
              env: [{name: GUNICORN_WORKERS, value: "4"}]
    - name: a script starts it
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [/entrypoint.sh, gunicorn, shop.wsgi]
              env: [{name: GUNICORN_WORKERS, value: "4"}]
`],["settings/env-order.yaml",`id: env-order
title: Variables refer to variables above them
severity: error
confidence: fact
scope: container
each: container.lateReferences
matchConditions:
  - {name: complete, expression: "!workload.isTemplate"}
  - {name: no-service, expression: "!each.reference.looksLike('*_SERVICE_HOST') && !each.reference.looksLike('*_SERVICE_PORT')"}
validations:
  - expression: each.reference == ''
    messageExpression: "'%s is \\"%s\\", and %s is defined only below, so its name stays in the value; want it above'.format([each.name, each.value, each.reference])"
    target: env.{each.name}
rationale: |
  The kubelet fills in $(NAME) from the variables that stand above in the list, from envFrom, and from those that it makes
  of the Services in the namespace, such as REDIS_SERVICE_HOST. A variable further down is not known yet, and the text stays as it is written, which a server then takes for a host or a number.
references:
  - https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/
  - https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/kubelet/kubelet_pods.go#L845-L852
  - https://github.com/kubernetes/kubernetes/blob/v1.36.3/third_party/forked/golang/expansion/expand.go#L23-L34
examples:
  invalid:
    - name: the host stands below
      line: 11
      message: REDIS_HOST is defined only below
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              env:
                - name: CELERY_BROKER_URL
                  value: redis://$(REDIS_HOST):6379/0
                - name: REDIS_HOST
                  value: redis
  valid:
    - name: the host stands above
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              env:
                - name: REDIS_HOST
                  value: redis
                - name: CELERY_BROKER_URL
                  value: redis://$(REDIS_HOST):6379/0
    - name: the kubelet makes it of a Service
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              env:
                - name: CELERY_BROKER_URL
                  value: redis://$(REDIS_SERVICE_HOST):6379/0
                - name: REDIS_SERVICE_HOST
                  value: redis
    - name: no reference at all
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              env:
                - name: PRICE_FORMAT
                  value: $$(REDIS_HOST)
                - name: REDIS_HOST
                  value: redis
`],["settings/forwarded-allow-ips-any.yaml",`id: forwarded-allow-ips-any
title: Addresses of clients come from a proxy
severity: info
confidence: heuristic
programs: [gunicorn, uvicorn]
matchConditions:
  - {name: reached-directly, expression: "workload.services.exists(service, service.type in ['LoadBalancer', 'NodePort']) && pod.containers == 1"}
validations:
  - expression: "settings.forwarded_allow_ips != '*'"
    messageExpression: "'%s believes X-Forwarded-For of everybody, and the Service %s lets everybody in; want the addresses of the proxy'.format([process.program, workload.services[0].name])"
    target: settings.forwarded_allow_ips
rationale: |
  With * the server takes scheme and address of the client from headers that any client can send. Behind an Ingress that
  overwrites them this is fine; a Service of type LoadBalancer or NodePort passes them on.
references:
  - https://gunicorn.org/reference/settings/#forwarded_allow_ips
  - https://www.uvicorn.org/settings/#http
examples:
  invalid:
    - name: everybody behind a LoadBalancer
      line: 11
      message: uvicorn believes X-Forwarded-For of everybody
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  command: [uvicorn, "shop:app", --host=0.0.0.0, "--forwarded-allow-ips=*"]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          type: LoadBalancer
          selector: {app: web}
          ports: [{port: 80, targetPort: 8000}]
  valid:
    - name: inside the cluster
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  command: [uvicorn, "shop:app", --host=0.0.0.0, "--forwarded-allow-ips=*"]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports: [{port: 80, targetPort: 8000}]
    - name: one proxy
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  command: [uvicorn, "shop:app", --host=0.0.0.0, --forwarded-allow-ips=10.0.0.1]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          type: LoadBalancer
          selector: {app: web}
          ports: [{port: 80, targetPort: 8000}]
`],["settings/gthread-few-threads.yaml",`id: gthread-few-threads
title: Threaded workers have enough threads
severity: info
confidence: heuristic
programs: [gunicorn]
matchConditions:
  - {name: threaded, expression: "settings.worker_class_effective == 'gthread'"}
  - {name: several, expression: "settings.workers > 1 && settings.threads > 1"}
  - {name: waits, expression: "sizing.profile != 'cpu'"}
validations:
  - expression: settings.threads >= 4
    messageExpression: "'%d threads in each of %d workers; want at least 4, or sync workers'.format([settings.threads, settings.workers])"
    target: settings.threads
    recommendation:
      target: settings.threads
      value: "4.0"
rationale: |
  gthread workers take connections before a thread is free, so with few threads a request waits in a busy worker beside an
  idle one. From four threads on the effect is small: at one core two workers with four threads have a 95th percentile of
  84 ms, one with four 171 ms, four with one 508 ms.
references:
  - https://gunicorn.org/reference/settings/#threads
  - https://github.com/benoitc/gunicorn/issues/3518
examples:
  invalid:
    - name: two threads each
      line: 8
      message: 2 threads in each of 3 workers
      recommendation: "--threads=4"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "3", --threads=2]
  valid:
    - name: four threads
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "3", --threads=4]
    - name: one worker only
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --threads=2]
`],["settings/gthread-implicit.yaml",`id: gthread-implicit
title: Threads are asked for by name
severity: info
confidence: fact
programs: [gunicorn]
validations:
  - expression: "!(settings.worker_class_effective == 'gthread' && settings.threads > 1 && (origins.worker_class == 'default' || settings.worker_class == 'sync'))"
    messageExpression: "'%d threads turn the sync workers into gthread workers; want --worker-class=gthread, so that it can be read'.format([settings.threads])"
    target: settings.threads
    alternatives:
      - {field: settings.worker_class, value: "'gthread'"}
rationale: |
  gunicorn replaces the class sync by gthread when there is more than one thread. The two differ in more than threads:
  gthread keeps connections alive, and its timeout is no limit for a request. Whoever reads only the class, and
  \`--print-config\` itself, sees sync.
references:
  - https://gunicorn.org/reference/settings/#threads
  - https://github.com/benoitc/gunicorn/blob/master/gunicorn/config.py
examples:
  invalid:
    - name: threads without a class
      line: 8
      message: 4 threads turn the sync workers into gthread workers
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --threads=4]
  valid:
    - name: by name
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -k, gthread, --threads=4]
    - name: one thread
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --threads=1]
`],["settings/gthread-one-thread.yaml",`id: gthread-one-thread
title: Workers with threads have several
severity: warning
confidence: practice
programs: [gunicorn]
matchConditions:
  - {name: threaded, expression: "settings.worker_class == 'gthread'"}
validations:
  - expression: settings.threads > 1
    messageExpression: "'gthread workers have one thread each, and connections queue behind a busy worker while another idles; want --threads=%d'.format([sizing.recommended.threads > 1 ? sizing.recommended.threads : 4.0])"
    target: settings.worker_class
    recommendation:
      target: settings.threads
      value: "sizing.recommended.threads > 1 ? sizing.recommended.threads : 4.0"
rationale: |
  A gthread worker accepts connections while its threads are busy, up to worker_connections. With one thread they wait
  there although a sibling is idle: measured with four workers of one thread at one core the 95th percentile is 508 ms,
  with four sync workers 113 to 213 ms.
references:
  - https://gunicorn.org/reference/settings/#threads
  - https://github.com/benoitc/gunicorn/blob/master/gunicorn/workers/gthread.py
examples:
  invalid:
    - name: the class without threads
      line: 8
      message: gthread workers have one thread each
      recommendation: "--threads=4"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -k, gthread, -w, "4"]
  valid:
    - name: four threads
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -k, gthread, -w, "4", --threads=4]
    - name: sync workers
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "4"]
`],["settings/invalid-count-value.yaml",`id: invalid-count-value
title: Numbers of workers, threads and processes are numbers that start
severity: error
confidence: fact
variables:
  - {name: counts, expression: "['workers', 'threads', 'concurrency', 'timeout', 'graceful_timeout', 'keepalive', 'max_requests', 'max_requests_jitter', 'backlog', 'worker_connections', 'autoscale', 'prefetch_multiplier', 'max_tasks_per_child', 'max_memory_per_child', 'time_limit', 'soft_time_limit']"}
matchConditions:
  - {name: certain, expression: "!process.conditional && !workload.isTemplate"}
validations:
  - expression: process.startupError == null || process.startupErrorSetting == null || !(process.startupErrorSetting in variables.counts)
    messageExpression: "'%s does not start: %s'.format([process.program, process.startupError])"
    target: process.startupError
  - expression: process.program != 'gunicorn' || settings.workers > 0
    message: gunicorn with 0 workers listens and never answers; want at least 1
    target: settings.workers
    recommendation: sizing.recommended.workers
rationale: |
  gunicorn and celery refuse text, fractions and negative numbers where they count, and the container restarts for ever. No
  worker at all is accepted: gunicorn then listens on its port and answers nothing.
references:
  - https://gunicorn.org/reference/settings/#workers
  - https://docs.celeryq.dev/en/stable/reference/cli.html#celery-worker
examples:
  invalid:
    - name: a fraction in WEB_CONCURRENCY
      line: 11
      message: "gunicorn does not start: invalid literal for int() with base 10: '2.5'"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
              env:
                - name: WEB_CONCURRENCY
                  value: "2.5"
    - name: no workers
      line: 8
      message: gunicorn with 0 workers
      recommendation: --workers=3
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --workers=0]
              resources: {limits: {cpu: "1"}}
  valid:
    - name: white space around a number
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
              env: [{name: WEB_CONCURRENCY, value: " 3 "}]
    - name: celery reads 0 as not given
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: worker}
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, --concurrency=0]
`],["settings/invalid-option.yaml",`id: invalid-option
title: The command line is one that the program takes
severity: error
confidence: fact
variables:
  - {name: counts, expression: "['workers', 'threads', 'concurrency', 'timeout', 'graceful_timeout', 'keepalive', 'max_requests', 'max_requests_jitter', 'backlog', 'worker_connections', 'autoscale', 'prefetch_multiplier', 'max_tasks_per_child', 'max_memory_per_child', 'time_limit', 'soft_time_limit']"}
matchConditions:
  - {name: certain, expression: "!process.conditional && !workload.isTemplate"}
  - {name: refused, expression: process.startupError != null}
  - {name: not-a-number, expression: "process.startupErrorSetting == null || !(process.startupErrorSetting in variables.counts)"}
  - {name: no-better-policy, expression: "process.spacedWord == null && process.unexpandedWord == null && process.undefinedReference == null && process.equalsShortFlag == null && process.legacyWord == null"}
  - {name: application-given, expression: "process.startupError != 'No application module specified.'"}
validations:
  - expression: process.startupError == null
    messageExpression: "'%s does not start: %s'.format([process.program, process.startupError])"
    target: process.startupError
rationale: |
  A program that refuses its command line ends with code 1 or 2 before it serves anything, and the kubelet starts it again
  and again. The sentence is the one that the program itself prints.
references:
  - https://gunicorn.org/reference/settings/
  - https://docs.celeryq.dev/en/stable/reference/cli.html
examples:
  invalid:
    - name: a misspelt option
      line: 8
      message: "gunicorn does not start: "
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --wrokers=3]
    - name: a pool that does not exist
      line: 8
      message: "celery does not start: "
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, --pool=process]
  valid:
    - name: an abbreviation that is clear
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --thread, "3"]
    - name: on a branch that may not run
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [sh, -c, "if [ -n \\"$DEBUG\\" ]; then exec gunicorn shop.wsgi --wrokers=3; else exec gunicorn shop.wsgi; fi"]
`],["settings/log-level-debug.yaml",`id: log-level-debug
title: Servers do not log at debug level
severity: info
confidence: heuristic
programs: [gunicorn, celery, uvicorn]
variables:
  - {name: level, expression: "process.program == 'celery' ? settings.loglevel : process.program == 'gunicorn' ? settings.loglevel : settings.log_level"}
matchConditions:
  - {name: certain, expression: "!process.conditional"}
validations:
  - expression: "variables.level == null || !(variables.level.lowerAscii() in ['debug', 'trace'])"
    messageExpression: "'%s logs at level %s, which costs CPU for each request and may show secrets; want info'.format([process.program, variables.level])"
    target: process.command
rationale: |
  At debug level gunicorn prints its whole configuration and celery prints tasks with their arguments. Log lines cost CPU
  and storage, and arguments hold what nobody wants in a log.
references:
  - https://gunicorn.org/reference/settings/#loglevel
  - https://docs.celeryq.dev/en/stable/reference/cli.html
examples:
  invalid:
    - name: debug
      line: 8
      message: celery logs at level DEBUG
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2", -l, debug]
  valid:
    - name: info
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2", -l, info]
    - name: the default
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
`],["settings/pidfile-on-volume.yaml",`id: pidfile-on-volume
title: A pid file does not outlive its process
severity: warning
confidence: practice
programs: [celery]
matchConditions:
  - {name: written, expression: "settings.pidfile != null && settings.pidfile != ''"}
validations:
  - expression: "!container.mounts.exists(mount, settings.pidfile.startsWith(mount + '/'))"
    messageExpression: "'%s stays on its volume when the container is killed, and the next celery finds its own pid in it; want --pidfile='.format([settings.pidfile])"
    target: settings.pidfile
rationale: |
  Volumes keep their files when a container restarts. celery compares the pid in the file with the processes that run, and
  in a container that is 1 again, so it believes that another beat or worker is running and ends.
references:
  - https://docs.celeryq.dev/en/stable/reference/cli.html
  - https://github.com/cookiecutter/cookiecutter-django/issues/2729
examples:
  invalid:
    - name: on a volume
      line: 9
      message: /var/run/shop/beat.pid stays on its volume
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: beat
        spec:
          volumes: [{name: run, emptyDir: {}}]
          containers:
            - name: beat
              command: [celery, -A, shop, beat, --pidfile=/var/run/shop/beat.pid]
              volumeMounts: [{name: run, mountPath: /var/run/shop}]
  valid:
    - name: in the image
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: beat
        spec:
          containers:
            - name: beat
              command: [celery, -A, shop, beat, --pidfile=/tmp/beat.pid]
    - name: no file
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: beat
        spec:
          volumes: [{name: run, emptyDir: {}}]
          containers:
            - name: beat
              command: [celery, -A, shop, beat, --pidfile=]
              volumeMounts: [{name: run, mountPath: /var/run/shop}]
`],["settings/purge-on-start.yaml",`id: purge-on-start
title: A restart does not throw away tasks
severity: warning
confidence: fact
programs: [celery]
roles: [worker]
matchConditions:
  - {name: restarts, expression: "!workload.isBatch && !process.conditional"}
validations:
  - expression: "!settings.purge"
    message: --purge deletes every waiting task whenever a pod starts; want it only in a command that you run by hand
    target: settings.purge
rationale: |
  Pods start at rollouts, when nodes are drained, when a probe fails and when an autoscaler adds one. Each start with
  --purge (or CELERY_WORKER_PURGE=1) empties the queues of the whole system.
references:
  - https://docs.celeryq.dev/en/stable/reference/cli.html
  - https://docs.celeryq.dev/en/stable/faq.html#how-do-i-purge-all-waiting-tasks
examples:
  invalid:
    - name: purge in a Deployment
      line: 10
      message: "--purge deletes every waiting task"
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          template:
            spec:
              containers:
                - name: worker
                  command: [celery, -A, shop, worker, -c, "2", --purge]
  valid:
    - name: without
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          template:
            spec:
              containers:
                - name: worker
                  command: [celery, -A, shop, worker, -c, "2"]
    - name: a job that is run by hand
      manifest: |
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: job
        spec:
          template:
            spec:
              restartPolicy: Never
              containers:
                - name: job
                  command: [celery, -A, shop, worker, -c, "2", --purge]
`],["settings/server-in-job.yaml",`id: server-in-job
title: A Job ends
severity: warning
confidence: practice
roles: [web]
matchConditions:
  - {name: batch, expression: "workload.kind in ['Job', 'CronJob'] && container.role == 'container'"}
  - {name: certain, expression: "!process.conditional && process.isLast && !process.via.exists(label, label == 'timeout')"}
  - {name: foreground, expression: "process.termination == 'pid1'"}
validations:
  - expression: "workload.kind == ''"
    messageExpression: "'%s serves until it is stopped, so this %s never completes; want a Deployment'.format([process.program, workload.kind])"
    target: process.command
rationale: |
  A Job completes when its containers end by themselves, and a web server does not. The pod runs on, a CronJob piles them
  up or skips its next run, and nothing reports an error.
references:
  - https://kubernetes.io/docs/concepts/workloads/controllers/job/
  - https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/
examples:
  invalid:
    - name: a web server in a CronJob
      line: 14
      message: "gunicorn serves until it is stopped, so this CronJob never completes"
      manifest: |
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: job
        spec:
          schedule: "0 3 * * *"
          jobTemplate:
            spec:
              template:
                spec:
                  restartPolicy: Never
                  containers:
                    - name: job
                      command: [gunicorn, shop.wsgi]
  valid:
    - name: a Deployment
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi]
    - name: a server for the time of a test
      manifest: |
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: job
        spec:
          template:
            spec:
              restartPolicy: Never
              containers:
                - name: job
                  command: [sh, -c, "gunicorn shop.wsgi & pytest"]
`],["settings/service-link-collision.yaml",`id: service-link-collision
title: No Service gives a server its options
severity: error
confidence: fact
variables:
  - {name: service, expression: "process.program == 'celery' ? 'flower' : process.program"}
  - {name: variable, expression: "process.program == 'uvicorn' ? 'UVICORN_PORT' : process.program == 'granian' ? 'GRANIAN_PORT' : 'FLOWER_PORT'"}
matchConditions:
  - {name: reads-a-port, expression: "process.program in ['uvicorn', 'granian', 'flower'] || (process.program == 'celery' && process.role == 'monitor' && process.command.contains('flower'))"}
  - {name: links, expression: pod.enableServiceLinks}
  - {name: not-overridden, expression: "!(variables.variable in container.variables)"}
  - {name: no-flag, expression: "!(process.program in ['uvicorn', 'granian']) || !process.command.contains(' --port')"}
validations:
  - expression: "!system.services.exists(service, service.name == variables.service && service.namespace == workload.namespace)"
    messageExpression: "'the Service named %s sets %s=tcp://… in this pod, and %s does not start with it; want enableServiceLinks: false or another name'.format([variables.service, variables.variable, variables.service])"
    target: pod.enableServiceLinks
    recommendation:
      target: pod.enableServiceLinks
      value: "false"
rationale: |
  For each Service of the namespace the kubelet sets variables such as NAME_PORT=tcp://10.0.0.1:80. Programs that read
  their options from variables with their own name as prefix take that for a port. Verified with uvicorn 0.54, granian and
  flower: each ends with "not a valid integer" or a ValueError, flower even when --port is given.
references:
  - https://kubernetes.io/docs/tutorials/services/connect-applications-service/#accessing-the-service
  - https://github.com/mher/flower/issues/738
examples:
  invalid:
    - name: a Service named flower
      line: 8
      message: the Service named flower sets FLOWER_PORT
      recommendation: "enableServiceLinks: false"
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: flower
        spec:
          template:
            spec:
              containers:
                - name: flower
                  command: [celery, -A, shop, flower]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: flower}
        spec: {selector: {app: flower}, ports: [{port: 5555}]}
  valid:
    - name: no links
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: flower
        spec:
          template:
            spec:
              enableServiceLinks: false
              containers:
                - name: flower
                  command: [celery, -A, shop, flower]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: flower}
        spec: {selector: {app: flower}, ports: [{port: 5555}]}
    - name: another name
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: flower
        spec:
          template:
            spec:
              containers:
                - name: flower
                  command: [celery, -A, shop, flower]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: celery-flower}
        spec: {selector: {app: flower}, ports: [{port: 5555}]}
    - name: the option wins over the variable
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: uvicorn
        spec:
          template:
            spec:
              containers:
                - name: uvicorn
                  command: [uvicorn, "shop:app", --port, "8000"]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: uvicorn}
        spec: {selector: {app: web}, ports: [{port: 80}]}
`],["settings/setting-ignored.yaml",`id: setting-ignored
title: Settings are ones that the worker class reads
severity: warning
confidence: fact
programs: [gunicorn]
variables:
  - {name: class, expression: settings.worker_class_effective}
  - {name: isAsync, expression: "settings.worker_class_effective in ['gevent', 'asgi', 'tornado', 'uvicorn.workers.UvicornWorker', 'uvicorn_worker.UvicornWorker']"}
validations:
  - expression: "!(variables.class == 'sync' && origins.keepalive != 'default')"
    messageExpression: "'keep-alive %d does nothing: sync workers close every connection; want gthread (--threads=4) or no --keep-alive'.format([settings.keepalive])"
    target: settings.keepalive
    recommendation:
      target: settings.threads
      value: "4.0"
      derivation:
        - {term: "'worker class with more than one thread'", value: "'gthread'"}
        - {term: "'threads for a worker that keeps connections'", value: "'4'"}
  - expression: "!(variables.class == 'sync' && origins.worker_connections != 'default')"
    messageExpression: "'worker-connections %d does nothing: a sync worker has one connection'.format([settings.worker_connections])"
    target: settings.worker_connections
  - expression: "!(variables.isAsync && settings.threads > 1)"
    messageExpression: "'threads %d does nothing: %s workers run one event loop; want no --threads'.format([settings.threads, variables.class])"
    target: settings.threads
  - expression: "!(origins.worker_connections != 'default' && variables.class in ['asgi', 'tornado', 'uvicorn.workers.UvicornWorker', 'uvicorn_worker.UvicornWorker'])"
    messageExpression: "'worker-connections %d does nothing: %s workers do not read it'.format([settings.worker_connections, variables.class])"
    target: settings.worker_connections
rationale: |
  Each worker class reads its own settings. A sync worker serves one request and closes the connection, so keep-alive and
  worker-connections have no effect; event loops have no threads; uvicorn's worker reads neither threads nor
  worker-connections. Whoever wrote the setting believes otherwise.
references:
  - https://gunicorn.org/reference/settings/#keepalive
  - https://gunicorn.org/reference/settings/#worker_connections
  - https://github.com/encode/uvicorn/blob/master/uvicorn/workers.py
examples:
  invalid:
    - name: keep-alive with sync workers
      line: 8
      message: keep-alive 65 does nothing
      recommendation: --threads=4
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --keep-alive=65]
    - name: threads with gevent
      line: 8
      message: threads 4 does nothing
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -k, gevent, --threads=4]
  valid:
    - name: threads make it gthread, which keeps connections
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --threads=4, --keep-alive=65]
    - name: one thread with gevent
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -k, gevent, --threads=1, --worker-connections=500]
`],["settings/shadowed-setting.yaml",`id: shadowed-setting
title: A setting is given once
severity: info
confidence: fact
programs: [gunicorn, celery, uvicorn]
variables:
  - {name: name, expression: "process.program == 'celery' ? 'CELERY_WORKER_CONCURRENCY' : 'WEB_CONCURRENCY'"}
  - {name: flag, expression: "process.program == 'celery' ? '--concurrency' : '--workers'"}
matchConditions:
  - {name: role, expression: "process.role in ['web', 'worker']"}
  - {name: both, expression: "variables.name in container.values && process.sizeOrigin in ['cli', 'configFile']"}
  - {name: unused, expression: "!process.command.contains(variables.name)"}
validations:
  - expression: container.values[variables.name] == numberText(process.sizeValue)
    messageExpression: "'%s is %s, but %s %d wins; want one of them'.format([variables.name, container.values[variables.name], variables.flag, process.sizeValue])"
    target: process.processes
rationale: |
  The command line wins over the configuration file, that over the variable. A second value with another number is one
  that somebody believes in, and that somebody will edit without effect.
references:
  - https://gunicorn.org/configure/
  - https://docs.celeryq.dev/en/stable/reference/cli.html
examples:
  invalid:
    - name: two numbers of workers
      line: 8
      message: "WEB_CONCURRENCY is 4, but --workers 2 wins"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --workers=2]
              env:
                - name: WEB_CONCURRENCY
                  value: "4"
  valid:
    - name: the same number
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --workers=4]
              env: [{name: WEB_CONCURRENCY, value: "4"}]
    - name: one alone
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
              env: [{name: WEB_CONCURRENCY, value: "4"}]
`],["settings/timeout-disabled.yaml",`id: timeout-disabled
title: A worker that hangs is replaced
severity: warning
confidence: practice
programs: [gunicorn]
matchConditions:
  - {name: pods-restart, expression: "workload.kind != 'Service'"}
validations:
  - expression: settings.timeout > 0
    message: timeout 0 leaves a worker that hangs in place for ever; want a timeout above the longest request
    target: settings.timeout
    recommendation:
      target: settings.timeout
      value: "120.0"
rationale: |
  gunicorn kills a worker that has not reported for \`timeout\` seconds. With 0 it never does: a sync worker that waits for
  a dead database is lost until the pod restarts, and each one that follows too.
references:
  - https://gunicorn.org/reference/settings/#timeout
examples:
  invalid:
    - name: no timeout
      line: 8
      message: timeout 0 leaves a worker that hangs
      recommendation: "--timeout=120"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --timeout=0]
  valid:
    - name: two minutes
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --timeout=120]
    - name: the default
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
`],["settings/timeout-very-long.yaml",`id: timeout-very-long
title: Long work is done by a queue
severity: info
confidence: heuristic
programs: [gunicorn]
params: {most: 120}
matchConditions:
  - {name: synchronous, expression: "settings.worker_class_effective == 'sync'"}
validations:
  - expression: settings.timeout <= params.most
    messageExpression: "'a sync worker may be held by one request for %d s; want at most %d, threads, or a queue'.format([settings.timeout, params.most])"
    target: settings.timeout
rationale: |
  While a sync worker waits, it serves nobody, and a few slow requests stop the pod. The documentation asks to raise the
  timeout noticeably only when you are sure of the effects on sync workers.
references:
  - https://gunicorn.org/reference/settings/#timeout
  - https://gunicorn.org/design/#choosing-a-worker-type
examples:
  invalid:
    - name: ten minutes
      line: 8
      message: a sync worker may be held by one request for 600 s
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --timeout=600]
  valid:
    - name: a minute
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --timeout=60]
    - name: for threads it is no limit of a request
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --threads=8, --timeout=600]
`],["settings/undefined-k8s-var.yaml",`id: undefined-k8s-var
title: Variables in a command are defined
severity: error
confidence: fact
matchConditions:
  - {name: certain, expression: "!workload.isTemplate"}
  - {name: no-service, expression: "process.undefinedReference == null || (!process.undefinedReference.looksLike('*_SERVICE_HOST)*') && !process.undefinedReference.looksLike('*_SERVICE_PORT)*') && !process.undefinedReference.looksLike('*_SERVICE_PORT_*'))"}
validations:
  - expression: process.undefinedReference == null
    messageExpression: "'\\"%s\\" stays as it is written, because the container has no variable of that name; want it among env'.format([process.undefinedReference])"
    target: process.undefinedReference
rationale: |
  Kubernetes replaces $(NAME) in command and args only when the container has the variable, by env, by envFrom or because
  the kubelet makes it of a Service, and leaves everything else alone; ENV of the image does not count. The program gets the characters themselves and refuses them, or takes them for a name.
references:
  - https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/#use-environment-variables-to-define-arguments
  - https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/kubelet/container/helpers.go#L265-L281
  - https://github.com/kubernetes/kubernetes/blob/v1.36.3/third_party/forked/golang/expansion/expand.go#L23-L34
examples:
  invalid:
    - name: a misspelt variable
      line: 11
      message: "\\"--workers=$(WORKER)\\" stays as it is written"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command:
                - gunicorn
                - shop.wsgi
                - --workers=$(WORKER)
              env: [{name: WORKERS, value: "2"}]
  valid:
    - name: it is defined
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --workers=$(WORKERS)]
              env: [{name: WORKERS, value: "2"}]
    - name: it may come from a ConfigMap
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --workers=$(WORKERS)]
              envFrom: [{configMapRef: {name: elsewhere}}]
    - name: the kubelet makes it of a Service
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --statsd-host=$(STATSD_SERVICE_HOST):8125]
    - name: it is escaped
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --access-logformat=$$(h)]
`],["settings/unexpanded-shell-syntax.yaml",`id: unexpanded-shell-syntax
title: Shell syntax stands where a shell reads it
severity: error
confidence: fact
matchConditions:
  - {name: certain, expression: "!process.conditional"}
  - {name: not-a-template, expression: "!workload.isTemplate"}
validations:
  - expression: process.unexpandedWord == null
    messageExpression: "'\\"%s\\" reaches %s as it is written, because no shell reads it; want $(NAME) for a variable, or sh -c'.format([process.unexpandedWord, process.program])"
    target: process.unexpandedWord
rationale: |
  \`command\` and \`args\` are handed to the program word by word. Kubernetes expands only \`$(NAME)\` of the container's own
  variables; \`$NAME\`, \`\${NAME}\`, backquotes and commands in \`$( )\` stay as they are, and the program refuses them or takes
  them for a name.
references:
  - https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/#use-environment-variables-to-define-arguments
examples:
  invalid:
    - name: a shell variable in exec form
      line: 8
      message: '"--workers=\${WORKERS}" reaches gunicorn as it is written'
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, "--workers=\${WORKERS}"]
              env: [{name: WORKERS, value: "2"}]
  valid:
    - name: the syntax of Kubernetes
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, "--workers=$(WORKERS)"]
              env: [{name: WORKERS, value: "2"}]
    - name: a shell reads it
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              command: [sh, -c, "exec gunicorn shop.wsgi --workers=\${WORKERS}"]
              env: [{name: WORKERS, value: "2"}]
`],["settings/uvicorn-bind-loopback.yaml",`id: uvicorn-bind-loopback
title: ASGI servers listen where the pod is reached
severity: error
confidence: fact
programs: [uvicorn, granian, fastapi, hypercorn, daphne]
roles: [web]
variables:
  - {name: port, expression: "size(container.ports) > 0 ? container.ports[0] : 8000.0"}
matchConditions:
  - {name: reached, expression: "size(container.ports) > 0 || workload.hasService || container.livenessProbe.kind in ['http', 'tcp'] || container.readinessProbe.kind in ['http', 'tcp']"}
  - {name: no-proxy-in-the-pod, expression: "pod.containers == 1 && !process.conditional"}
  - {name: by-network, expression: "(!has(settings.uds) || settings.uds == null) && (!has(settings.fd) || settings.fd == null) && (!has(settings.unix_socket) || settings.unix_socket == null)"}
  - {name: by-options, expression: "(!has(settings.config) || settings.config == null) && (!has(settings.endpoint) || size(settings.endpoint) == 0)"}
validations:
  - expression: "process.program in ['hypercorn', 'daphne'] || !process.hosts.all(host, host.startsWith('127.') || host == 'localhost' || host == '::1')"
    messageExpression: "'%s listens on %s, which nothing outside the container reaches; want 0.0.0.0'.format([process.program, process.hosts])"
    target: settings.host
    recommendation:
      target: settings.host
      value: "'0.0.0.0'"
  - expression: "process.program != 'hypercorn' || size(settings.insecure_bind) > 0 || !settings.bind.all(address, address.startsWith('127.') || address.startsWith('localhost') || address.startsWith('[::1]'))"
    messageExpression: "'hypercorn listens on %s, which nothing outside the container reaches; want 0.0.0.0:%d'.format([settings.bind, variables.port])"
    target: settings.bind
    recommendation:
      target: settings.bind
      value: "'0.0.0.0:%d'.format([variables.port])"
  - expression: "process.program != 'daphne' || (settings.bind != null && !settings.bind.startsWith('127.') && settings.bind != 'localhost' && settings.bind != '::1')"
    messageExpression: "'daphne listens on %s, which nothing outside the container reaches; want 0.0.0.0'.format([settings.bind == null ? '127.0.0.1' : settings.bind])"
    target: settings.bind
    recommendation:
      target: settings.bind
      value: "'0.0.0.0'"
rationale: |
  uvicorn, granian, hypercorn and daphne listen on 127.0.0.1 unless they are told otherwise. Services and probes come from
  outside the container's loopback address, so every probe fails and the pod never becomes ready. Verified with uvicorn
  0.54.0, granian 2.8.7, hypercorn 0.18.0 and daphne 4.2.3: started without options each answers on 127.0.0.1 and refuses
  the connection on the address of the network interface, and answers there with the recommended option. \`fastapi run\`
  listens on all addresses by itself.
references:
  - https://www.uvicorn.org/settings/#socket-binding
  - https://github.com/Kludex/uvicorn/blob/0.54.0/uvicorn/main.py
  - https://github.com/emmett-framework/granian/blob/v2.8.7/granian/cli.py
  - https://github.com/pgjones/hypercorn/blob/0.18.0/src/hypercorn/config.py
  - https://github.com/django/daphne/blob/4.2.3/daphne/cli.py
examples:
  invalid:
    - name: the default address
      line: 8
      message: uvicorn listens on 127.0.0.1
      recommendation: "--host=0.0.0.0"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [uvicorn, "shop:app"]
              ports: [{containerPort: 8000}]
    - name: the default address of hypercorn
      line: 8
      message: "hypercorn listens on 127.0.0.1:8000"
      recommendation: "--bind=0.0.0.0:9000"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [hypercorn, "shop:app"]
              ports: [{containerPort: 9000}]
    - name: the default address of daphne
      line: 8
      message: daphne listens on 127.0.0.1
      recommendation: "--bind=0.0.0.0"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [daphne, "shop.asgi:application"]
              ports: [{containerPort: 8000}]
  valid:
    - name: hypercorn on all addresses
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [hypercorn, -b, "0.0.0.0:8000", "shop:app"]
              ports: [{containerPort: 8000}]
    - name: hypercorn with a file of settings
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [hypercorn, -c, hypercorn.toml, "shop:app"]
              ports: [{containerPort: 8000}]
    - name: daphne on a socket
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [daphne, -u, /run/web.sock, "shop.asgi:application"]
              ports: [{containerPort: 8000}]
    - name: all addresses
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [uvicorn, "shop:app", --host=0.0.0.0]
              ports: [{containerPort: 8000}]
    - name: a proxy in the pod
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [uvicorn, "shop:app"]
              ports: [{containerPort: 8000}]
            - name: proxy
              image: nginx:1.27
`],["settings/uvicorn-worker-deprecated.yaml",`id: uvicorn-worker-deprecated
title: "uvicorn's worker class comes from its own package"
severity: info
confidence: fact
programs: [gunicorn]
validations:
  - expression: "!settings.worker_class.startsWith('uvicorn.workers.')"
    messageExpression: "'%s is deprecated; want uvicorn_worker.%s of the package uvicorn-worker'.format([settings.worker_class, settings.worker_class.replaceFirst('uvicorn.workers.', '')])"
    target: settings.worker_class
rationale: |
  The module uvicorn.workers warns that it will be removed; the same classes are in the package uvicorn-worker. The image
  has to install it, so the change is not made in the manifest alone.
references:
  - https://www.uvicorn.org/deployment/
  - https://github.com/Kludex/uvicorn-worker
examples:
  invalid:
    - name: the old module
      line: 8
      message: uvicorn.workers.UvicornWorker is deprecated
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, "shop:app", -k, uvicorn.workers.UvicornWorker]
  valid:
    - name: the new package
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, "shop:app", -k, uvicorn_worker.UvicornWorker]
    - name: uvicorn itself
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [uvicorn, "shop:app"]
`],["settings/uwsgi-no-master.yaml",`id: uwsgi-no-master
title: uWSGI has a master to replace its workers
severity: warning
confidence: fact
programs: [uwsgi]
validations:
  - expression: settings.master || settings.processes <= 1
    message: without master nothing replaces a uWSGI worker that ends, and max-requests, reload-on-rss and harakiri do not restart it; want --master
    target: settings.master
    recommendation:
      target: settings.master
      value: "true"
rationale: |
  The master process starts workers again when they end, for whatever reason, and most options on workers rely on it. The
  documentation calls running without it a reason for trouble.
references:
  - https://uwsgi-docs.readthedocs.io/en/latest/ThingsToKnow.html
  - https://uwsgi-docs.readthedocs.io/en/latest/Glossary.html
examples:
  invalid:
    - name: two processes without a master
      line: 8
      message: without master nothing replaces a uWSGI worker
      recommendation: "--master"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [uwsgi, --http=:8000, --processes=2, --die-on-term, --module=shop.wsgi]
  valid:
    - name: a master
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [uwsgi, --http=:8000, --master, --processes=2, --module=shop.wsgi]
    - name: gunicorn always has one
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "2"]
`],["settings/worker-class-removed.yaml",`id: worker-class-removed
title: The worker class exists
severity: warning
confidence: fact
programs: [gunicorn]
validations:
  - expression: "!(settings.worker_class in ['eventlet', 'gunicorn.workers.geventlet.EventletWorker'])"
    message: gunicorn 26 has no eventlet workers and does not start with them; want gevent
    target: settings.worker_class
    recommendation:
      target: settings.worker_class
      value: "'gevent'"
rationale: |
  The eventlet worker class was deprecated in gunicorn 25 and removed in 26. Verified with 26.2.0: the setting is
  accepted, then the server ends because it cannot load the class.
references:
  - https://gunicorn.org/reference/settings/#worker_class
  - https://gunicorn.org/news/
examples:
  invalid:
    - name: eventlet
      line: 8
      message: gunicorn 26 has no eventlet workers
      recommendation: "--worker-class=gevent"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -k, eventlet]
  valid:
    - name: gevent
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -k, gevent]
    - name: "celery's pool of that name"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -P, eventlet, -c, "100"]
`],["settings/worker-connections-below-threads.yaml",`id: worker-connections-below-threads
title: Connections are kept beside those that are served
severity: warning
confidence: fact
programs: [gunicorn]
matchConditions:
  - {name: threaded, expression: "settings.worker_class_effective == 'gthread'"}
validations:
  - expression: settings.worker_connections > settings.threads
    messageExpression: "'worker-connections %d leaves none to keep alive beside %d threads; want more, or the default of 1000'.format([settings.worker_connections, settings.threads])"
    target: settings.worker_connections
    recommendation:
      target: settings.worker_connections
      value: "1000.0"
rationale: |
  A gthread worker keeps worker_connections minus threads connections alive. When that is nothing, gunicorn logs a warning
  and closes every connection after its request (verified with 26.2.0), and proxies open a new one each time.
references:
  - https://gunicorn.org/reference/settings/#worker_connections
  - https://github.com/benoitc/gunicorn/blob/master/gunicorn/workers/gthread.py
examples:
  invalid:
    - name: as many connections as threads
      line: 8
      message: worker-connections 8 leaves none to keep alive beside 8 threads
      recommendation: "--worker-connections=1000"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --threads=8, --worker-connections=8]
  valid:
    - name: more connections
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --threads=8, --worker-connections=100]
    - name: the default
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --threads=8]
`],["system/beat-replicas.yaml",`id: beat-replicas
title: There is one celery beat
severity: error
confidence: fact
programs: [celery]
roles: [beat]
matchConditions:
  - {name: plain-scheduler, expression: "settings.scheduler == null || !settings.scheduler.looksLike('*redbeat*')"}
validations:
  - expression: workload.replicasMax == null || workload.replicasMax <= 1
    messageExpression: "'celery beat runs %d times (%s), so every periodic task is sent %d times; want 1 replica'.format([workload.replicasMax, workload.replicasSource, workload.replicasMax])"
    target: workload.spec.replicas
    recommendation:
      target: workload.spec.replicas
      value: "1"
      derivation:
        - {term: "workload.replicasSource", value: "numberText(workload.replicasMax)"}
        - {term: "'schedulers at a time'", value: "'1'"}
  - expression: "workload.kind != 'DaemonSet'"
    message: celery beat runs on every node, so every periodic task is sent once a node; want a Deployment with 1 replica
    target: workload.kind
rationale: |
  Beat keeps its schedule for itself: two of them send every periodic task twice. Schedulers with a lock, such as RedBeat,
  may run more than once.
references:
  - https://docs.celeryq.dev/en/stable/userguide/periodic-tasks.html
  - https://redbeat.readthedocs.io/en/latest/
examples:
  invalid:
    - name: two replicas
      line: 6
      message: celery beat runs 2 times
      recommendation: "spec.replicas: 1"
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: beat
        spec:
          replicas: 2
          template:
            spec:
              containers:
                - name: beat
                  command: [celery, -A, shop, beat]
    - name: one on each node
      line: 2
      message: celery beat runs on every node
      manifest: |
        apiVersion: apps/v1
        kind: DaemonSet
        metadata:
          name: beat
        spec:
          template:
            spec:
              containers:
                - name: beat
                  command: [celery, -A, shop, beat]
  valid:
    - name: one replica
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: beat}
        spec:
          replicas: 1
          template:
            spec:
              containers:
                - name: beat
                  command: [celery, -A, shop, beat]
    - name: a scheduler with a lock
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: beat}
        spec:
          replicas: 2
          template:
            spec:
              containers:
                - name: beat
                  command: [celery, -A, shop, beat, -S, redbeat.RedBeatScheduler]
`],["system/beat-rolling-update.yaml",`id: beat-rolling-update
title: Two celery beats never run at once
severity: warning
confidence: fact
programs: [celery]
roles: [beat]
matchConditions:
  - {name: rolls, expression: "workload.kind == 'Deployment' && workload.replicasMax != null && workload.replicasMax >= 1"}
  - {name: plain-scheduler, expression: "settings.scheduler == null || !settings.scheduler.looksLike('*redbeat*')"}
validations:
  - expression: "workload.rollingUpdateIsSet || workload.strategy == 'Recreate'"
    message: during a rollout the old and the new celery beat run together and send tasks twice; want strategy Recreate
    target: workload.spec.strategy.type
    recommendation:
      target: workload.spec.strategy.type
      value: "'Recreate'"
  - expression: "!workload.rollingUpdateIsSet || workload.strategy == 'Recreate' || (workload.maxSurge != null && workload.maxSurge in ['0', '0%'])"
    message: during a rollout the old and the new celery beat run together and send tasks twice; want maxSurge 0
    target: workload.spec.strategy.rollingUpdate.maxSurge
    recommendation:
      target: workload.spec.strategy.rollingUpdate.maxSurge
      value: "0.0"
rationale: |
  A Deployment starts the new pod before it stops the old one: its default maxSurge of 25 % is one pod when there is one.
  For that time two schedulers send every task that is due.
references:
  - https://docs.celeryq.dev/en/stable/userguide/periodic-tasks.html#starting-the-scheduler
  - https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy
examples:
  invalid:
    - name: the default strategy
      line: 5
      message: the old and the new celery beat run together
      recommendation: "spec.strategy.type: Recreate"
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: beat
        spec:
          template:
            spec:
              containers:
                - name: beat
                  command: [celery, -A, shop, beat]
    - name: a strategy that adds a pod
      line: 8
      message: want maxSurge 0
      recommendation: "spec.strategy.rollingUpdate.maxSurge: 0"
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: beat
        spec:
          strategy:
            rollingUpdate:
              maxSurge: 1
          template:
            spec:
              containers:
                - name: beat
                  command: [celery, -A, shop, beat]
  valid:
    - name: Recreate
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: beat
        spec:
          strategy: {type: Recreate}
          template:
            spec:
              containers:
                - name: beat
                  command: [celery, -A, shop, beat]
    - name: no pod is added
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: beat
        spec:
          strategy: {rollingUpdate: {maxSurge: 0, maxUnavailable: 1}}
          template:
            spec:
              containers:
                - name: beat
                  command: [celery, -A, shop, beat]
    - name: a StatefulSet stops first
      manifest: |
        apiVersion: apps/v1
        kind: StatefulSet
        metadata:
          name: beat
        spec:
          template:
            spec:
              containers:
                - name: beat
                  command: [celery, -A, shop, beat]
`],["system/beat-schedule-unwritable.yaml",`id: beat-schedule-unwritable
title: Beat can write its schedule
severity: warning
confidence: fact
programs: [celery]
roles: [beat]
variables:
  - {name: file, expression: "settings.schedule == null ? '' : string(settings.schedule)"}
matchConditions:
  - {name: file-scheduler, expression: "settings.scheduler == null || settings.scheduler == 'celery.beat:PersistentScheduler'"}
  - {name: read-only, expression: container.readOnlyRootFilesystem}
  - {name: absolute, expression: "variables.file.startsWith('/') || (variables.file == '' && size(container.writableMounts) == 0)"}
validations:
  - expression: "container.writableMounts.exists(mount, variables.file.startsWith(mount + '/'))"
    messageExpression: "'beat writes its schedule to %s, which is read-only; want --schedule below a volume'.format([variables.file == '' ? 'celerybeat-schedule in the working directory' : variables.file])"
    target: settings.schedule
rationale: |
  The default scheduler keeps its times in a file, celerybeat-schedule in the working directory. When that cannot be
  written, beat ends with an error. The application may choose another scheduler, such as that of django-celery-beat; say
  so in an ignore.
references:
  - https://docs.celeryq.dev/en/stable/userguide/periodic-tasks.html#starting-the-scheduler
  - https://docs.celeryq.dev/en/stable/userguide/configuration.html#beat-schedule-filename
examples:
  invalid:
    - name: a read-only file system
      line: 8
      message: "beat writes its schedule to celerybeat-schedule in the working directory, which is read-only"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: beat
        spec:
          containers:
            - name: beat
              command: [celery, -A, shop, beat]
              securityContext: {readOnlyRootFilesystem: true}
  valid:
    - name: below a volume
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: beat
        spec:
          volumes: [{name: tmp, emptyDir: {}}]
          containers:
            - name: beat
              command: [celery, -A, shop, beat, -s, /tmp/schedule]
              securityContext: {readOnlyRootFilesystem: true}
              volumeMounts: [{name: tmp, mountPath: /tmp}]
    - name: the schedule is in a database
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: beat
        spec:
          containers:
            - name: beat
              command: [celery, -A, shop, beat, -S, "django_celery_beat.schedulers:DatabaseScheduler"]
              securityContext: {readOnlyRootFilesystem: true}
`],["system/db-connections.yaml",`id: db-connections
title: The database has a connection for every slot
severity: error
confidence: fact
scope: system
validations:
  - expression: database.connections <= database.maxConnections - database.reserved
    messageExpression: "'at peak %d connections are wanted and the database %s has %d to give (%s); want fewer replicas, workers or threads, or a pooler'.format([database.connections, database.name, database.maxConnections - database.reserved, database.shares])"
    target: workload.metadata.name
rationale: |
  A Django application keeps one connection for each thread of each process, on all pods, and at a rollout on the surge
  pods too. When the sum exceeds what the database allows, connections are refused ("remaining connection slots are
  reserved") exactly at peak. The policy speaks only about databases that the configuration names.
references:
  - https://docs.djangoproject.com/en/stable/ref/databases/#persistent-connections
  - https://www.postgresql.org/docs/current/runtime-config-connection.html
examples:
  invalid:
    - name: ten pods of twelve slots
      line: 4
      message: at peak 156 connections are wanted and the database main has 97 to give
      configuration: |
        databases:
          - {name: main, maxConnections: 100, reserved: 3, workloads: [{kind: Deployment, name: web}]}
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          replicas: 10
          template:
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, -w, "3", --threads=4]
  valid:
    - name: five pods
      configuration: |
        databases:
          - {name: main, maxConnections: 100, reserved: 3, workloads: [{kind: Deployment, name: web}]}
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          replicas: 5
          template:
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, -w, "3", --threads=4]
    - name: another workload
      configuration: |
        databases:
          - {name: main, maxConnections: 100, reserved: 3, workloads: [{kind: Deployment, name: web}]}
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: other
        spec:
          replicas: 10
          template:
            spec:
              containers:
                - name: other
                  command: [gunicorn, shop.wsgi, -w, "3", --threads=4]
`],["system/embedded-beat-scaled.yaml",`id: embedded-beat-scaled
title: A worker with beat runs once
severity: error
confidence: fact
programs: [celery]
roles: [worker]
matchConditions:
  - {name: certain, expression: "!process.conditional && !workload.isTemplate"}
  - {name: plain-scheduler, expression: "settings.scheduler == null || !settings.scheduler.looksLike('*redbeat*')"}
validations:
  - expression: "!settings.beat || (workload.replicasMax == null && workload.kind != 'DaemonSet') || (workload.replicasMax != null && workload.replicasMax <= 1)"
    messageExpression: "'every worker of up to %s pods runs beat (-B), so each periodic task is sent that often; want beat as a Deployment of its own'.format([workload.replicasMax == null ? 'one a node' : numberText(workload.replicasMax)])"
    target: settings.beat
rationale: |
  -B starts a scheduler in each worker, and schedulers know nothing of one another: with three replicas every periodic
  task is sent three times. Measured with celery 5.6.3 on one Redis broker: a task of every 5 s ran 6 times in half a minute
  with one worker and 18 times with three. The documentation asks for a single scheduler at a time.
references:
  - https://docs.celeryq.dev/en/v5.6.3/userguide/periodic-tasks.html#starting-the-scheduler
  - https://github.com/celery/celery/blob/v5.6.3/celery/worker/components.py
  - https://github.com/celery/celery/issues/2856
examples:
  invalid:
    - name: three workers with beat
      line: 11
      message: every worker of up to 3 pods runs beat (-B)
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          replicas: 3
          template:
            spec:
              containers:
                - name: worker
                  command: [celery, -A, shop, worker, -c, "2", -B]
    - name: an autoscaler adds them
      line: 10
      message: every worker of up to 6 pods runs beat (-B)
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          template:
            spec:
              containers:
                - name: worker
                  command: [celery, -A, shop, worker, -c, "2", -B]
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: worker}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 70}
  valid:
    - name: one worker with beat
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          replicas: 1
          template:
            spec:
              containers:
                - name: worker
                  command: [celery, -A, shop, worker, -c, "2", -B]
    - name: workers without
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          replicas: 3
          template:
            spec:
              containers:
                - name: worker
                  command: [celery, -A, shop, worker, -c, "2"]
`],["system/embedded-beat.yaml",`id: embedded-beat
title: Beat runs on its own
severity: info
confidence: practice
programs: [celery]
roles: [worker]
matchConditions:
  - {name: one, expression: "workload.replicasMax != null && workload.replicasMax == 1 && workload.kind != 'Pod' && !process.conditional"}
validations:
  - expression: "!settings.beat"
    message: beat inside a worker (-B) keeps this worker from being scaled; want beat as a Deployment of its own
    target: settings.beat
rationale: |
  The documentation does not recommend -B in production. The second replica, by hand or by an autoscaler, sends every
  periodic task twice, and a worker that is restarted takes the schedule with it.
references:
  - https://docs.celeryq.dev/en/stable/userguide/periodic-tasks.html#starting-the-scheduler
examples:
  invalid:
    - name: beat in the only worker
      line: 10
      message: beat inside a worker (-B)
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          template:
            spec:
              containers:
                - name: worker
                  command: [celery, -A, shop, worker, -c, "2", -B]
  valid:
    - name: on its own
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: beat
        spec:
          template:
            spec:
              containers:
                - name: beat
                  command: [celery, -A, shop, beat]
    - name: a worker without
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          template:
            spec:
              containers:
                - name: worker
                  command: [celery, -A, shop, worker, -c, "2"]
`],["system/huey-periodic-replicas.yaml",`id: huey-periodic-replicas
title: Periodic tasks of huey are sent once
severity: warning
confidence: practice
programs: [huey]
roles: [worker]
matchConditions:
  - {name: several, expression: "workload.replicasMax != null && workload.replicasMax > 1 && !process.conditional"}
validations:
  - expression: settings.no_periodic
    messageExpression: "'each of %d consumers sends the periodic tasks; want --no-periodic on all but one'.format([workload.replicasMax])"
    target: settings.no_periodic
rationale: |
  Every huey consumer has a scheduler unless it is started with --no-periodic. Three replicas send a periodic task three
  times. An application without periodic tasks may ignore this.
references:
  - https://huey.readthedocs.io/en/latest/consumer.html
  - https://huey.readthedocs.io/en/latest/guide.html#periodic-tasks
examples:
  invalid:
    - name: three consumers
      line: 11
      message: each of 3 consumers sends the periodic tasks
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          replicas: 3
          template:
            spec:
              containers:
                - name: worker
                  command: [huey_consumer, shop.huey, -w, "2"]
  valid:
    - name: one consumer
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          replicas: 1
          template:
            spec:
              containers:
                - name: worker
                  command: [huey_consumer, shop.huey, -w, "2"]
    - name: no schedulers
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          replicas: 3
          template:
            spec:
              containers:
                - name: worker
                  command: [huey_consumer, shop.huey, -w, "2", --no-periodic]
`],["system/lb-keepalive.yaml",`id: lb-keepalive
title: Connections outlive the patience of the load balancer
severity: warning
confidence: practice
programs: [gunicorn]
variables:
  - {name: annotations, expression: "workload.ingresses.map(ingress, ingress.class)"}
  - {name: idle, expression: "workload.ingresses.exists(ingress, ingress.class in ['gce', 'gce-internal']) ? 600.0 : 60.0"}
matchConditions:
  - {name: keeps-connections, expression: "settings.worker_class_effective in ['gthread', 'gevent', 'uvicorn.workers.UvicornWorker', 'uvicorn_worker.UvicornWorker']"}
  - {name: direct, expression: "workload.ingresses.exists(ingress, ingress.class in ['alb', 'gce', 'gce-internal']) && pod.containers == 1"}
validations:
  - expression: settings.keepalive > variables.idle
    messageExpression: "'gunicorn closes idle connections after %d s and the load balancer uses them for %d s, which gives sporadic 502s; want --keep-alive=%d'.format([settings.keepalive, variables.idle, variables.idle + (variables.idle > 100.0 ? 20.0 : 15.0)])"
    target: settings.keepalive
    recommendation:
      target: settings.keepalive
      value: "variables.idle + (variables.idle > 100.0 ? 20.0 : 15.0)"
      derivation:
        - {term: "'idle timeout of the load balancer'", value: "numberText(variables.idle) + ' s'"}
        - {term: "'margin'", value: "numberText(variables.idle > 100.0 ? 20.0 : 15.0) + ' s'"}
rationale: |
  The load balancer keeps connections to its targets and sends the next request on one that the server is just closing.
  The server must be the more patient one: the idle timeout of an ALB is 60 s, that of Google's load balancers 600 s, and
  gunicorn's keep-alive 2 s.
references:
  - https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html
  - https://cloud.google.com/load-balancing/docs/https#timeouts_and_retries
examples:
  invalid:
    - name: two seconds behind an ALB
      line: 11
      message: gunicorn closes idle connections after 2 s and the load balancer uses them for 60 s
      recommendation: "--keep-alive=75"
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, --threads=4]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports: [{port: 80, targetPort: 8000}]
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: web}
        spec:
          ingressClassName: alb
          defaultBackend: {service: {name: web, port: {number: 80}}}
  valid:
    - name: seventy-five
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, --threads=4, --keep-alive=75]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports: [{port: 80, targetPort: 8000}]
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: web}
        spec:
          ingressClassName: alb
          defaultBackend: {service: {name: web, port: {number: 80}}}
    - name: nginx tries another connection
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, --threads=4]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports: [{port: 80, targetPort: 8000}]
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: web}
        spec:
          ingressClassName: nginx
          defaultBackend: {service: {name: web, port: {number: 80}}}
    - name: sync workers close every connection
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports: [{port: 80, targetPort: 8000}]
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: web}
        spec:
          ingressClassName: alb
          defaultBackend: {service: {name: web, port: {number: 80}}}
`],["system/prefetch-long-tasks.yaml",`id: prefetch-long-tasks
title: Long tasks are not reserved in advance
severity: info
confidence: heuristic
programs: [celery]
roles: [worker]
params: {longSeconds: 300}
variables:
  - {name: longest, expression: "settings.time_limit != null ? settings.time_limit : settings.soft_time_limit"}
matchConditions:
  - {name: long, expression: "variables.longest != null && variables.longest >= params.longSeconds"}
  - {name: default, expression: "origins.prefetch_multiplier == 'default' && !settings.disable_prefetch"}
validations:
  - expression: settings.prefetch_multiplier <= 1
    messageExpression: "'tasks may run %d s and each process reserves %d of them; want --prefetch-multiplier=1'.format([variables.longest, settings.prefetch_multiplier])"
    target: settings.prefetch_multiplier
    recommendation:
      target: settings.prefetch_multiplier
      value: "1.0"
rationale: |
  Reserved tasks wait in a worker that is busy while others idle, and are stuck until the visibility timeout when the pod
  is killed: measured, 4 tasks with a multiplier of 1, 16 with 4. The documentation asks for 1 when tasks are long.
references:
  - https://docs.celeryq.dev/en/stable/userguide/optimizing.html#prefetch-limits
examples:
  invalid:
    - name: "ten minutes, four in advance"
      line: 8
      message: tasks may run 600 s and each process reserves 4 of them
      recommendation: "--prefetch-multiplier=1"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2", --time-limit=600]
  valid:
    - name: one in advance
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2", --time-limit=600, --prefetch-multiplier=1]
    - name: short tasks
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2", --time-limit=30]
`],["system/queue-nobody.yaml",`id: queue-nobody
title: The default queue has a worker
severity: info
confidence: heuristic
programs: [celery]
roles: [worker]
matchConditions:
  - {name: named, expression: "settings.queues != null && !process.conditional"}
  - {name: all-known, expression: "system.processes.filter(other, other.program == 'celery' && other.role == 'worker').all(other, has(other.queues))"}
validations:
  - expression: "system.processes.filter(other, other.program == 'celery' && other.role == 'worker').exists(other, other.queues == null || 'celery' in other.queues || 'default' in other.queues)"
    messageExpression: "'no worker reads the queue celery, where tasks without a route go (this one reads %s); want it in one -Q, or task_default_queue in the app'.format([settings.queues])"
    target: settings.queues
rationale: |
  A worker with -Q reads the queues that it names and no other. When all workers name theirs, tasks without a route wait
  in the queue celery for ever, and nothing reports it.
references:
  - https://docs.celeryq.dev/en/stable/userguide/routing.html
  - https://docs.celeryq.dev/en/stable/userguide/configuration.html#task-default-queue
examples:
  invalid:
    - name: only named queues
      line: 8
      message: no worker reads the queue celery
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2", -Q, "mail,reports"]
  valid:
    - name: it is among them
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2", -Q, "celery,mail"]
    - name: another worker reads it
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: mail
        spec:
          containers:
            - name: mail
              command: [celery, -A, shop, worker, -c, "2", -Q, mail]
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: rest
        spec:
          containers:
            - name: rest
              command: [celery, -A, shop, worker, -c, "2"]
`],["system/single-point.yaml",`id: single-point
title: A web server behind a Service survives one process
severity: info
confidence: practice
roles: [web]
matchConditions:
  - {name: served, expression: "workload.hasService && workload.kind in ['Deployment', 'Rollout'] && size(workload.scalers) == 0 && !process.conditional"}
validations:
  - expression: workload.replicasMax == null || workload.replicasMax > 1 || process.processes > 1
    messageExpression: "'one pod with one process of %s is all there is behind the Service; want replicas 2'.format([process.program])"
    target: workload.spec.replicas
    recommendation:
      target: workload.spec.replicas
      value: "2.0"
rationale: |
  When the only process restarts, for a new version, for memory or with its node, nothing answers: importing the
  application takes 0.5 s to several seconds, scheduling a new pod longer. A volume that only one pod can mount may forbid
  a second; say so in an ignore.
references:
  - https://kubernetes.io/docs/concepts/workloads/pods/disruptions/
examples:
  invalid:
    - name: one of everything
      line: 6
      message: one pod with one process of gunicorn
      recommendation: "spec.replicas: 2"
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          replicas: 1
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, --threads=4]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports: [{port: 80, targetPort: 8000}]
  valid:
    - name: two pods
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          replicas: 2
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, --threads=4]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports: [{port: 80, targetPort: 8000}]
    - name: two processes
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          replicas: 1
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, -w, "2"]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports: [{port: 80, targetPort: 8000}]
    - name: an autoscaler decides
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, --threads=4]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports: [{port: 80, targetPort: 8000}]
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 70}
`],["system/sync-without-buffer.yaml",`id: sync-without-buffer
title: Sync workers are behind a proxy that buffers
severity: info
confidence: practice
programs: [gunicorn]
matchConditions:
  - {name: synchronous, expression: "settings.worker_class_effective == 'sync'"}
  - {name: alone, expression: pod.containers == 1}
  - {name: exposed, expression: "workload.services.exists(service, service.type == 'LoadBalancer') && size(workload.ingresses) == 0"}
validations:
  - expression: "settings.worker_class == 'none'"
    messageExpression: "'the Service %s brings clients straight to sync workers, where one slow client holds a worker; want --threads=4, or a proxy that buffers'.format([workload.services.filter(service, service.type == 'LoadBalancer')[0].name])"
    target: settings.worker_class
    recommendation:
      target: settings.threads
      value: "4.0"
rationale: |
  A sync worker reads the request and writes the answer at the speed of the client. gunicorn's documentation strongly
  advises a proxy that buffers slow clients in front of it; a Service of type LoadBalancer is none.
references:
  - https://gunicorn.org/deploy/
  - https://gunicorn.org/design/
examples:
  invalid:
    - name: clients at a sync worker
      line: 11
      message: the Service web brings clients straight to sync workers
      recommendation: "--threads=4"
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, -w, "3"]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          type: LoadBalancer
          selector: {app: web}
          ports: [{port: 80, targetPort: 8000}]
  valid:
    - name: threads
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, -w, "3", --threads=4]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          type: LoadBalancer
          selector: {app: web}
          ports: [{port: 80, targetPort: 8000}]
    - name: inside the cluster
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, -w, "3"]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports: [{port: 80, targetPort: 8000}]
    - name: nginx in the pod
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, -w, "3"]
                - name: proxy
                  image: nginx:1.27
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          type: LoadBalancer
          selector: {app: web}
          ports: [{port: 80, targetPort: 8000}]
`],["system/vertical-only.yaml",`id: vertical-only
title: Capacity is spread over pods
severity: info
confidence: heuristic
roles: [web, worker]
matchConditions:
  - {name: one, expression: "workload.replicasMax != null && workload.replicasMax == 1 && workload.kind in ['Deployment', 'Rollout', 'StatefulSet'] && sizing.topology != 'vertical'"}
validations:
  - expression: process.processes < 8
    messageExpression: "'one pod carries all %d processes of %s; want more pods with fewer, see workerlint plan'.format([process.processes, process.program])"
    target: process.processes
rationale: |
  One large pod pools its queue best (the 99th percentile is a third to a fifth of that of four small ones behind random
  balancing), and it fails at once: a kill for memory costs 5 to 11 % of the requests of the next seconds where four pods
  lose 1.5 %. Two to four processes in each of several pods are a compromise. Choose \`topology: vertical\` in the
  configuration when you want it so.
references:
  - https://stackoverflow.com/questions/51610189
  - https://github.com/kubernetes/kubernetes/pull/117793
examples:
  invalid:
    - name: eight processes in one pod
      line: 11
      message: one pod carries all 8 processes of gunicorn
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          replicas: 1
          template:
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, --workers=8]
  valid:
    - name: two pods of four
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          replicas: 2
          template:
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, --workers=4]
    - name: a small one
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          replicas: 1
          template:
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, --workers=3]
`],["system/visibility-timeout.yaml",`id: visibility-timeout
title: Tasks end before the broker gives them to another worker
severity: warning
confidence: practice
programs: [celery]
roles: [worker]
variables:
  - {name: broker, expression: "has(settings.broker) && settings.broker != null ? string(settings.broker) : 'CELERY_BROKER_URL' in container.values ? container.values.CELERY_BROKER_URL : 'BROKER_URL' in container.values ? container.values.BROKER_URL : ''"}
  - {name: visible, expression: "variables.broker.startsWith('sqs://') ? 1800.0 : 3600.0"}
  - {name: longest, expression: "settings.time_limit != null ? settings.time_limit : settings.soft_time_limit"}
matchConditions:
  - {name: redelivers, expression: "variables.broker.startsWith('redis') || variables.broker.startsWith('sqs://')"}
  - {name: limited, expression: "variables.longest != null"}
validations:
  - expression: variables.longest <= variables.visible
    messageExpression: "'tasks may run %d s, and the broker gives them to another worker after %d s; want visibility_timeout above that in broker_transport_options (unless the app sets it)'.format([variables.longest, variables.visible])"
    target: settings.time_limit
rationale: |
  With Redis and SQS a task that is not acknowledged within the visibility timeout (1 h, 30 min) is delivered again while
  the first worker still runs it. With acks_late, or a countdown longer than that, it runs twice or more.
references:
  - https://docs.celeryq.dev/en/stable/getting-started/backends-and-brokers/redis.html#visibility-timeout
  - https://docs.celeryq.dev/en/stable/getting-started/backends-and-brokers/sqs.html#visibility-timeout
examples:
  invalid:
    - name: two hours with Redis
      line: 8
      message: "tasks may run 7200 s, and the broker gives them to another worker after 3600 s"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2", --time-limit=7200]
              env: [{name: CELERY_BROKER_URL, value: "redis://redis:6379/0"}]
  valid:
    - name: half an hour
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2", --time-limit=1800]
              env: [{name: CELERY_BROKER_URL, value: "redis://redis:6379/0"}]
    - name: RabbitMQ
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2", --time-limit=7200]
              env: [{name: CELERY_BROKER_URL, value: "amqp://rabbit//"}]
`],["system/web-and-worker-same-pod.yaml",`id: web-and-worker-same-pod
title: Web servers and queue workers have their own pods
severity: warning
confidence: practice
scope: workload
matchConditions:
  - {name: certain, expression: "!workload.isTemplate && !workload.isBatch && workload.kind != 'Pod'"}
validations:
  - expression: "!('web' in pod.roles && 'worker' in pod.roles)"
    messageExpression: "'%s and %s share a pod, so neither can be scaled, restarted or sized without the other; want two workloads'.format([pod.processes.filter(process, process.role == 'web')[0].program, pod.processes.filter(process, process.role == 'worker')[0].program])"
    target: workload.metadata.name
rationale: |
  Web servers scale with requests and queue workers with the queue. In one pod, ten web replicas are ten workers too, a
  worker that is out of memory takes the web server along, and a rollout of the pages waits for the longest task.
references:
  - https://kubernetes.io/docs/concepts/workloads/pods/#how-pods-manage-multiple-containers
  - https://stackoverflow.com/questions/51610189
examples:
  invalid:
    - name: a worker beside the web server
      line: 4
      message: gunicorn and celery share a pod
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi]
                - name: worker
                  command: [celery, -A, shop, worker, -c, "2"]
  valid:
    - name: a proxy beside the web server
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi]
                - name: proxy
                  image: nginx:1.27
    - name: beat beside its worker
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          template:
            spec:
              containers:
                - name: worker
                  command: [celery, -A, shop, worker, -c, "2"]
                - name: beat
                  command: [celery, -A, shop, beat]
    - name: a migration before it
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              initContainers:
                - name: migrate
                  command: [python, manage.py, migrate]
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi]
`]]);var bt=class extends Error{static{l(this,"CelError")}#e;#n;#r;#s;constructor({name:e,code:n,message:r,node:s,cause:i,range:o}){super(r,i?{cause:i}:void 0),this.name=e,this.#n=n,this.#s=r,this.#e=s,this.#r=o&&so(o)||so(s),s?.input&&(this.message=$c(this.#s,s,this.#r))}get node(){return this.#e}get code(){return this.#n}get range(){return this.#r}get summary(){return this.#s}withAst(e){return this.#e||!e?.input?this:(this.#e=e,this.#r??=so(e),this.message=$c(this.#s,e,this.#r),this)}};function io(t,e,n,r,s){if(typeof n=="string")return{name:t,code:e,message:n,node:r,cause:s};let i=n;if(typeof i!="object")throw new Error("First param to error must be a string or object");return{name:t,code:i.code||e,message:i.message,node:i.node,cause:i.cause,range:i.range}}l(io,"normalizeArgs");var Ht=class extends bt{static{l(this,"ParseError")}constructor(e,n,r){super(io("ParseError","parse_error",e,n,r))}},nt=class extends bt{static{l(this,"EvaluationError")}constructor(e,n,r){super(io("EvaluationError","evaluation_error",e,n,r))}},Jt=class extends bt{static{l(this,"TypeError")}constructor(e,n,r){super(io("TypeError","type_error",e,n,r))}};function we(t,e,n){return typeof t=="object"?new Ht(t):new Ht({code:t,message:e,node:n})}l(we,"parseError");function L(t,e,n){return typeof t=="object"?new nt(t):new nt({code:t,message:e,node:n})}l(L,"evaluationError");function Vc(t,e,n){return typeof t=="object"?new Jt(t):new Jt({code:t,message:e,node:n})}l(Vc,"typeError");function so(t){let e=t?.pos??t?.start;if(typeof e!="number")return;let n=typeof t.end=="number"?t.end:e;return{start:e,end:n}}l(so,"normalizeRange");function $c(t,e,n){let r=e.pos??n?.start;if(typeof r!="number")return t;let s=e.input,i=1,o=0,a=0;for(;o<r;)s[o]===`
`?(i++,a=0):a++,o++;let c=r,u=r;for(;c>0&&s[c-1]!==`
`;)c--;for(;u<s.length&&s[u]!==`
`;)u++;let m=s.slice(c,u),d=`> ${`${i}`.padStart(4," ")} | ${m}
${" ".repeat(9+a)}^`;return`${t}

${d}`}l($c,"formatErrorWithHighlight");function er(t,e){return t instanceof bt?t.withAst(e):t}l(er,"attachErrorAst");var Qe=class t{static{l(this,"Optional")}#e;constructor(e){this.#e=e}static of(e){return e===void 0?nr:new t(e)}static none(){return nr}hasValue(){return this.#e!==void 0}value(){if(this.#e===void 0)throw L("optional_value_missing","Optional value is not present");return this.#e}or(e){if(this.#e!==void 0)return this;if(e instanceof t)return e;throw L("invalid_optional_argument","Optional.or must be called with an Optional argument")}orValue(e){return this.#e===void 0?e:this.#e}get[Symbol.toStringTag](){return"optional"}[Symbol.for("nodejs.util.inspect.custom")](){return this.#e===void 0?"Optional { none }":`Optional { value: ${JSON.stringify(this.#e)} }`}},nr=Object.freeze(new Qe),as=class{static{l(this,"OptionalNamespace")}},Mc=new as;function Qc(t,e){let n=e?Mc:void 0;t.deleteVariable("optional"),t.registerConstant("optional","OptionalNamespace",n)}l(Qc,"toggleOptionalTypes");function Ic(t){let e={async:!1},n=l((p,h)=>t.registerFunctionOverload(p,h,e),"functionOverload"),r=t.enableOptionalTypes?Mc:void 0;t.registerType("OptionalNamespace",as),t.registerConstant("optional","OptionalNamespace",r),n("optional.hasValue(): bool",p=>p.hasValue()),n("optional<A>.value(): A",p=>p.value()),t.registerFunctionOverload("OptionalNamespace.none(): optional<T>",()=>Qe.none()),n("OptionalNamespace.of(A): optional<A>",(p,h)=>Qe.of(h));function s(p,h,y){if(p instanceof Qe)return p;throw L("optional_expected",`${y} must be optional`,h)}l(s,"ensureOptional");function i(p,h,y){let f=p.run(h.receiver,y);return f instanceof Promise?f.then(g=>o(g,p,h,y)):o(f,p,h,y)}l(i,"evaluateOptional");function o(p,h,y,f){let g=s(p,y.receiver,`${y.functionDesc} receiver`);return g.hasValue()?y.onHasValue(g):y.onEmpty(h,y,f)}l(o,"handleOptionalResolved");function a(p,h,y,f){let g=p.check(h,y);if(g.kind==="optional")return g;if(g.kind==="dyn")return p.getType("optional");throw p.createError("optional_expected",`${f} must be optional, got '${g}'`,h)}l(a,"ensureOptionalType");function c({functionDesc:p,evaluate:h,typeCheck:y,onHasValue:f,onEmpty:g}){return({ast:w,args:O,receiver:E})=>({ast:w,functionDesc:p,receiver:E,arg:O[0],evaluate:h,typeCheck:y,onHasValue:f,onEmpty:g})}l(c,"createOptionalMacro");let u="optional.orValue() receiver",m="optional.or(optional) receiver",d="optional.or(optional) argument";t.registerFunctionOverload("optional.or(ast): optional<dyn>",c({functionDesc:"optional.or(optional)",evaluate:i,typeCheck(p,h,y){let f=a(p,h.receiver,y,m),g=a(p,h.arg,y,d);h.receiver.maybeAsync||h.arg.maybeAsync||h.ast.setMeta("async",!1);let w=f.unify(p.registry,g);if(w)return w;throw p.createError("incompatible_argument_type",`${h.functionDesc} argument must be compatible type, got '${f}' and '${g}'`,h.arg)},onHasValue:l(p=>p,"onHasValue"),onEmpty(p,h,y){let f=h.arg,g=p.run(f,y);return g instanceof Promise?g.then(w=>s(w,f,d)):s(g,f,d)}})),t.registerFunctionOverload("optional.orValue(ast): dyn",c({functionDesc:"optional.orValue(value)",onHasValue:l(p=>p.value(),"onHasValue"),onEmpty(p,h,y){return p.run(h.arg,y)},evaluate:i,typeCheck(p,h,y){let f=a(p,h.receiver,y,u).valueType,g=p.check(h.arg,y);h.receiver.maybeAsync||h.arg.maybeAsync||h.ast.setMeta("async",!1);let w=f.unify(p.registry,g);if(w)return w;throw p.createError("incompatible_argument_type",`${h.functionDesc} argument must be compatible type, got '${f}' and '${g}'`,h.arg)}}))}l(Ic,"register");var vt=Object.hasOwn,ke=Object.keys,je=Object.freeze,Lc=Object.entries,tt=Array.isArray,oo=Array.from,rt=0n,zc=18446744073709551615n,ls=9223372036854775807n,cs=-9223372036854775808n;function tr(t,e){return t?.[Symbol.toStringTag]==="AsyncFunction"?!0:typeof e=="boolean"?e:!0}l(tr,"isAsync");var Ot=new Set(["as","break","const","continue","else","for","function","if","import","let","loop","package","namespace","return","var","void","while","__proto__","prototype"]);var fe=class{static{l(this,"UnsignedInt")}#e;constructor(e){this.verify(typeof e=="bigint"?e:BigInt(e))}get value(){return this.#e}valueOf(){return this.#e}toString(){return`${this.#e}`}verify(e){if(e<rt||e>zc)throw L("numeric_overflow","Unsigned integer overflow");this.#e=e}get[Symbol.toStringTag](){return`value = ${this.#e}`}[Symbol.for("nodejs.util.inspect.custom")](){return`UnsignedInteger { value: ${this.#e} }`}},xt=1e9,St=1000000000n,fg={h:3600000000000n,m:60000000000n,s:St,ms:1000000n,us:1000n,µs:1000n,ns:1n},qn=class t{static{l(this,"Duration")}#e;#n;constructor(e,n=0){this.#e=BigInt(e),this.#n=n}get seconds(){return this.#e}get nanos(){return this.#n}valueOf(){return Number(this.#e)*1e3+this.#n/1e6}static fromMilliseconds(e){let n=BigInt(Math.trunc(e*1e6)),r=n/St,s=Number(n%St);return new t(r,s)}addDuration(e){let n=this.#n+e.nanos;return new t(this.#e+e.seconds+BigInt(Math.floor(n/xt)),n%xt)}subtractDuration(e){let n=this.#n-e.nanos;return new t(this.#e-e.seconds+BigInt(Math.floor(n/xt)),(n+xt)%xt)}extendTimestamp(e){return new Date(e.getTime()+Number(this.#e)*1e3+Math.floor(this.#n/1e6))}subtractTimestamp(e){return new Date(e.getTime()-Number(this.#e)*1e3-Math.floor(this.#n/1e6))}toString(){let e=this.#n?(this.#n/xt).toLocaleString("en-US",{useGrouping:!1,maximumFractionDigits:9}).slice(1):"";return`${this.#e}${e}s`}getHours(){return this.#e/3600n}getMinutes(){return this.#e/60n}getSeconds(){return this.#e}getMilliseconds(){return this.#e*1000n+BigInt(Math.floor(this.#n/1e6))}get[Symbol.toStringTag](){return"google.protobuf.Duration"}[Symbol.for("nodejs.util.inspect.custom")](){return`google.protobuf.Duration { seconds: ${this.#e}, nanos: ${this.#n} }`}};function Dc(t){let e={async:!1},n=l((f,g)=>t.registerFunctionOverload(f,g,e),"functionOverload"),r=l(f=>f,"identity");n("dyn(dyn): dyn",r);for(let f in gn){let g=gn[f];g instanceof he&&n(`type(${g.name}): type`,()=>g)}n("bool(bool): bool",r),n("bool(string): bool",f=>{switch(f){case"1":case"t":case"true":case"TRUE":case"True":return!0;case"0":case"f":case"false":case"FALSE":case"False":return!1;default:throw L("bool_conversion_error",`bool() conversion error: invalid string value "${f}"`)}}),n("size(string): int",f=>BigInt(Uc(f))),n("size(bytes): int",f=>BigInt(f.length)),n("size(list): int",f=>BigInt(f.length??f.size)),n("size(map): int",f=>BigInt(f instanceof Map?f.size:ke(f).length)),n("string.size(): int",f=>BigInt(Uc(f))),n("bytes.size(): int",f=>BigInt(f.length)),n("list.size(): int",f=>BigInt(f.length??f.size)),n("map.size(): int",f=>BigInt(f instanceof Map?f.size:ke(f).length)),n("bytes(string): bytes",f=>o.fromString(f)),n("bytes(bytes): bytes",r),n("double(double): double",r),n("double(int): double",f=>Number(f)),n("double(uint): double",f=>Number(f)),n("double(string): double",f=>{if(!f||f!==f.trim())throw L("double_conversion_error","double() type error: cannot convert to double");switch(f.toLowerCase()){case"inf":case"+inf":case"infinity":case"+infinity":return Number.POSITIVE_INFINITY;case"-inf":case"-infinity":return Number.NEGATIVE_INFINITY;case"nan":return Number.NaN;default:{let w=Number(f);if(!Number.isNaN(w))return w;throw L("double_conversion_error","double() type error: cannot convert to double")}}}),n("int(int): int",r),n("int(double): int",f=>{if(Number.isFinite(f))return BigInt(Math.trunc(f));throw L("numeric_overflow","int() type error: integer overflow")}),n("int(string): int",f=>{if(f!==f.trim()||f.length>20||f.includes("0x"))throw L("int_conversion_error","int() type error: cannot convert to int");try{let g=BigInt(f);if(g<=ls&&g>=cs)return g}catch{}throw L("int_conversion_error","int() type error: cannot convert to int")}),n("uint(uint): uint",r),n("uint(int): uint",f=>{try{return new fe(f)}catch{throw L("uint_conversion_error","uint() type error: cannot convert to uint")}}),n("uint(double): uint",f=>{try{return new fe(Math.trunc(f))}catch{throw L("numeric_overflow","uint() type error: unsigned integer overflow")}}),n("uint(string): uint",f=>{if(f!==f.trim()||f.length>20||f.includes("0x"))throw L("uint_conversion_error","uint() type error: cannot convert to uint");try{return new fe(f)}catch{throw L("uint_conversion_error","uint() type error: cannot convert to uint")}}),n("string(string): string",r),n("string(bool): string",f=>`${f}`),n("string(int): string",f=>`${f}`),n("string(uint): string",f=>`${f}`),n("string(bytes): string",f=>o.toUtf8(f)),n("string(double): string",f=>f===1/0?"+Inf":f===-1/0?"-Inf":`${f}`),n("string.startsWith(string): bool",(f,g)=>f.startsWith(g)),n("string.endsWith(string): bool",(f,g)=>f.endsWith(g)),n("string.contains(string): bool",(f,g)=>f.includes(g)),n("string.lowerAscii(): string",f=>f.toLowerCase()),n("string.upperAscii(): string",f=>f.toUpperCase()),n("string.trim(): string",f=>f.trim()),n("string.indexOf(string): int",(f,g)=>BigInt(f.indexOf(g))),n("string.indexOf(string, int): int",(f,g,w)=>{if(g==="")return w;if(w=Number(w),w<0||w>=f.length)throw L("index_out_of_range","string.indexOf(search, fromIndex): fromIndex out of range");return BigInt(f.indexOf(g,w))}),n("string.lastIndexOf(string): int",(f,g)=>BigInt(f.lastIndexOf(g))),n("string.lastIndexOf(string, int): int",(f,g,w)=>{if(g==="")return w;if(w=Number(w),w<0||w>=f.length)throw L("index_out_of_range","string.lastIndexOf(search, fromIndex): fromIndex out of range");return BigInt(f.lastIndexOf(g,w))}),n("string.substring(int): string",(f,g)=>{if(g=Number(g),g<0||g>f.length)throw L("index_out_of_range","string.substring(start, end): start index out of range");return f.substring(g)}),n("string.substring(int, int): string",(f,g,w)=>{if(g=Number(g),g<0||g>f.length)throw L("index_out_of_range","string.substring(start, end): start index out of range");if(w=Number(w),w<g||w>f.length)throw L("index_out_of_range","string.substring(start, end): end index out of range");return f.substring(g,w)}),n("string.matches(string): bool",(f,g)=>{try{return new RegExp(g).test(f)}catch{throw L("invalid_regular_expression",`Invalid regular expression: ${g}`)}}),n("string.split(string): list<string>",(f,g)=>f.split(g)),n("string.split(string, int): list<string>",(f,g,w)=>{if(w=Number(w),w===0)return[];let O=f.split(g);if(w<0||O.length<=w)return O;let E=O.slice(0,w-1);return E.push(O.slice(w-1).join(g)),E}),n("list<string>.join(): string",f=>{for(let g=0;g<f.length;g++)if(typeof f[g]!="string")throw L("invalid_list_element_type","string.join(): list must contain only strings");return f.join("")}),n("list<string>.join(string): string",(f,g)=>{for(let w=0;w<f.length;w++)if(typeof f[w]!="string")throw L("invalid_list_element_type","string.join(separator): list must contain only strings");return f.join(g)});let s=new TextEncoder("utf8"),i=new TextDecoder("utf8"),o=typeof Buffer<"u"?{byteLength:l(f=>Buffer.byteLength(f),"byteLength"),fromString:l(f=>Buffer.from(f,"utf8"),"fromString"),toHex:l(f=>Buffer.prototype.hexSlice.call(f,0,f.length),"toHex"),toBase64:l(f=>Buffer.prototype.base64Slice.call(f,0,f.length),"toBase64"),toUtf8:l(f=>Buffer.prototype.utf8Slice.call(f,0,f.length),"toUtf8"),jsonParse:l(f=>JSON.parse(f),"jsonParse")}:{textEncoder:new TextEncoder("utf8"),byteLength:l(f=>s.encode(f).length,"byteLength"),fromString:l(f=>s.encode(f),"fromString"),toHex:Uint8Array.prototype.toHex?f=>f.toHex():f=>oo(f,g=>g.toString(16).padStart(2,"0")).join(""),toBase64:Uint8Array.prototype.toBase64?f=>f.toBase64():f=>btoa(oo(f,g=>String.fromCodePoint(g)).join("")),toUtf8:l(f=>i.decode(f),"toUtf8"),jsonParse:l(f=>JSON.parse(s.decode(f)),"jsonParse")};n("bytes.json(): map",o.jsonParse),n("bytes.hex(): string",o.toHex),n("bytes.string(): string",o.toUtf8),n("bytes.base64(): string",o.toBase64),n("bytes.at(int): int",(f,g)=>{if(g<0||g>=f.length)throw L("index_out_of_range","Bytes index out of range");return BigInt(f[g])});let a="google.protobuf.Timestamp",c="google.protobuf.Duration",u=t.registerType(a,Date).typeType,m=t.registerType(c,qn).typeType;t.registerConstant("google","map<string, map<string, type>>",{protobuf:{Duration:m,Timestamp:u}});function d(f,g){return new Date(f.toLocaleString("en-US",{timeZone:g}))}l(d,"tzDate");function p(f,g){let w=g?d(f,g):new Date(f.getUTCFullYear(),f.getUTCMonth(),f.getUTCDate()),O=new Date(w.getFullYear(),0,0);return BigInt(Math.floor((w-O)/864e5)-1)}l(p,"getDayOfYear"),n(`timestamp(string): ${a}`,f=>{if(f.length<20||f.length>30)throw L("invalid_timestamp","timestamp() requires a string in ISO 8601 format");let g=new Date(f);if(g<=0xe677d21fdbff&&g>=-621355968e5)return g;throw L("invalid_timestamp","timestamp() requires a string in ISO 8601 format")}),n(`timestamp(int): ${a}`,f=>{if(f=Number(f)*1e3,f<=0xe677d21fdbff&&f>=-621355968e5)return new Date(f);throw L("invalid_timestamp","timestamp() requires a valid integer unix timestamp")}),n(`${a}.getDate(): int`,f=>BigInt(f.getUTCDate())),n(`${a}.getDate(string): int`,(f,g)=>BigInt(d(f,g).getDate())),n(`${a}.getDayOfMonth(): int`,f=>BigInt(f.getUTCDate()-1)),n(`${a}.getDayOfMonth(string): int`,(f,g)=>BigInt(d(f,g).getDate()-1)),n(`${a}.getDayOfWeek(): int`,f=>BigInt(f.getUTCDay())),n(`${a}.getDayOfWeek(string): int`,(f,g)=>BigInt(d(f,g).getDay())),n(`${a}.getDayOfYear(): int`,p),n(`${a}.getDayOfYear(string): int`,p),n(`${a}.getFullYear(): int`,f=>BigInt(f.getUTCFullYear())),n(`${a}.getFullYear(string): int`,(f,g)=>BigInt(d(f,g).getFullYear())),n(`${a}.getHours(): int`,f=>BigInt(f.getUTCHours())),n(`${a}.getHours(string): int`,(f,g)=>BigInt(d(f,g).getHours())),n(`${a}.getMilliseconds(): int`,f=>BigInt(f.getUTCMilliseconds())),n(`${a}.getMilliseconds(string): int`,f=>BigInt(f.getUTCMilliseconds())),n(`${a}.getMinutes(): int`,f=>BigInt(f.getUTCMinutes())),n(`${a}.getMinutes(string): int`,(f,g)=>BigInt(d(f,g).getMinutes())),n(`${a}.getMonth(): int`,f=>BigInt(f.getUTCMonth())),n(`${a}.getMonth(string): int`,(f,g)=>BigInt(d(f,g).getMonth())),n(`${a}.getSeconds(): int`,f=>BigInt(f.getUTCSeconds())),n(`${a}.getSeconds(string): int`,(f,g)=>BigInt(d(f,g).getSeconds()));let h=/(\d*\.?\d*)(ns|us|µs|ms|s|m|h)/;function y(f){if(!f)throw L("invalid_duration","Invalid duration string: ''");let g=f[0]==="-";(f[0]==="-"||f[0]==="+")&&(f=f.slice(1));let w=BigInt(0);for(;;){let q=h.exec(f);if(!q)throw L("invalid_duration",`Invalid duration string: ${f}`);if(q.index!==0)throw L("invalid_duration",`Invalid duration string: ${f}`);f=f.slice(q[0].length);let _=fg[q[2]],[A="0",T=""]=q[1].split("."),S=BigInt(A)*_,I=T?BigInt(T.slice(0,13).padEnd(13,"0"))*_/10000000000000n:0n;if(w+=S+I,f==="")break}let O=w>=St?w/St:0n,E=Number(w%St);return g?new qn(-O,-E):new qn(O,E)}l(y,"parseDuration"),n("duration(string): google.protobuf.Duration",f=>y(f)),n("google.protobuf.Duration.getHours(): int",f=>f.getHours()),n("google.protobuf.Duration.getMinutes(): int",f=>f.getMinutes()),n("google.protobuf.Duration.getSeconds(): int",f=>f.getSeconds()),n("google.protobuf.Duration.getMilliseconds(): int",f=>f.getMilliseconds()),Ic(t)}l(Dc,"registerFunctions");function Uc(t){let e=0;for(let n of t)e++;return e}l(Uc,"stringSize");var he=class{static{l(this,"Type")}#e;constructor(e){this.#e=e,je(this)}get name(){return this.#e}get[Symbol.toStringTag](){return`Type<${this.#e}>`}toString(){return`Type<${this.#e}>`}},gn={string:new he("string"),bool:new he("bool"),int:new he("int"),uint:new he("uint"),double:new he("double"),map:new he("map"),list:new he("list"),bytes:new he("bytes"),null_type:new he("null"),type:new he("type")},hg=new he("optional"),ps={dyn(t,e){switch(typeof t){case"string":case"bigint":case"number":case"boolean":return!0;case"object":switch(t&&t.constructor){case null:case void 0:case Object:case Map:case Array:case Set:return!0;default:if(e.objectTypesByConstructor.get(t.constructor))return!0}}return!!e.debugType(t)},string(t){return typeof t=="string"},int(t){return typeof t=="bigint"},double(t){return typeof t=="number"},bool(t){return typeof t=="boolean"},null(t){return t===null},bytes(t){return t instanceof Uint8Array},uint(t){return t instanceof fe},type(t){return t instanceof he},list(t){switch(t?.constructor){case Array:case Set:return!0;default:return!1}},map(t){switch(typeof t=="object"&&t?t.constructor:null){case void 0:case Object:case Map:return!0;default:return!1}},optional(t){return t instanceof Qe},message(t,e){return this===e.debugType(t)}};ps.param=ps.dyn;var Be=class{static{l(this,"TypeDeclaration")}#e=new WeakMap;constructor({kind:e,type:n,name:r,keyType:s,valueType:i}){this.kind=e,this.type=n,this.name=r,this.keyType=s,this.valueType=i,this.unwrappedType=e==="dyn"&&i?i.unwrappedType:this,this.wrappedType=e==="dyn"?this:Gc(this.unwrappedType),this.hasDynType=this.kind==="dyn"||this.valueType?.hasDynType||this.keyType?.hasDynType||!1,this.hasPlaceholderType=this.kind==="param"||this.keyType?.hasPlaceholderType||this.valueType?.hasPlaceholderType||!1,e==="list"?this.fieldLazy=this.#o:e==="map"?this.fieldLazy=this.#s:e==="message"?this.fieldLazy=this.#r:e==="optional"&&(this.fieldLazy=this.#n),this.matchesValueType=ps[r]||ps[e],je(this)}isDynOrBool(){return this.type==="bool"||this.kind==="dyn"}isEmpty(){return this.valueType&&this.valueType.kind==="param"}unify(e,n){let r=this;if(r===n||r.kind==="dyn"||n.kind==="param")return r;if(n.kind==="dyn"||r.kind==="param")return n;if(r.kind!==n.kind||!(r.hasPlaceholderType||n.hasPlaceholderType||r.hasDynType||n.hasDynType))return null;let s=r.valueType.unify(e,n.valueType);if(!s)return null;switch(r.kind){case"optional":return e.getOptionalType(s);case"list":return e.getListType(s);case"map":let i=r.keyType.unify(e,n.keyType);return i?e.getMapType(i,s):null}}templated(e,n){if(!this.hasPlaceholderType)return this;switch(this.kind){case"dyn":return this.valueType.templated(e,n);case"param":return n?.get(this.name)||this;case"map":return e.getMapType(this.keyType.templated(e,n),this.valueType.templated(e,n));case"list":return e.getListType(this.valueType.templated(e,n));case"optional":return e.getOptionalType(this.valueType.templated(e,n));default:return this}}toString(){return this.name}#n(e,n,r,s){if(e=e instanceof Qe?e.orValue():e,e===void 0)return nr;let i=s.debugType(e);try{return Qe.of(i.fieldLazy(e,n,r,s))}catch(o){if(o instanceof nt)return nr;throw o}}#r(e,n,r,s){let i=e?s.objectTypesByConstructor.get(e.constructor):void 0;if(!i)return;let o=i.fields?i.fields[n]:qe;if(!o)return;let a=e instanceof Map?e.get(n):e[n];if(a!==void 0){if(o.matchesValueType(a,s))return a;throw L("field_type_mismatch",`Field '${n}' is not of type '${o}', got '${s.debugType(a)}'`,r)}}#s(e,n,r,s){let i=e instanceof Map?e.get(n):e&&vt(e,n)?e[n]:void 0;if(i!==void 0){if(this.valueType.matchesValueType(i,s))return i;throw L("field_type_mismatch",`Field '${n}' is not of type '${this.valueType}', got '${s.debugType(i)}'`,r)}}#i(e,n){switch(e?.constructor){case Array:return e[n];case Set:{let r=0;for(let s of e)if(r++===n)return s}}}#o(e,n,r,s){if(typeof n=="bigint")n=Number(n);else if(typeof n!="number")return;let i=this.#i(e,n);if(i===void 0){if(!e)return;throw L("index_out_of_bounds",`No such key: index out of bounds, index ${n} ${n<0?"< 0":`>= size ${e.length||e.size}`}`,r)}if(this.valueType.matchesValueType(i,s))return i;throw L("list_item_type_mismatch",`List item with index '${n}' is not of type '${this.valueType}', got '${s.debugType(i)}'`,r)}fieldLazy(){}field(e,n,r,s){let i=this.fieldLazy(e,n,r,s);if(i!==void 0)return i;throw L("no_such_key",`No such key: ${n}`,r)}matchesBoth(e){return this.matches(e)&&e.matches(this)}matches(e){let n=this.unwrappedType;return e=e.unwrappedType,n===e||n.kind==="dyn"||e.kind==="dyn"||e.kind==="param"?!0:this.#e.get(e)??this.#e.set(e,this.#t(n,e)).get(e)}#t(e,n){switch(e.kind){case"dyn":case"param":return!0;case"list":return n.kind==="list"&&e.valueType.matches(n.valueType);case"map":return n.kind==="map"&&e.keyType.matches(n.keyType)&&e.valueType.matches(n.valueType);case"optional":return n.kind==="optional"&&e.valueType.matches(n.valueType);default:return e.name===n.name}}},gg="have a .callAst property or .evaluate(checker, macro, ctx) method.",yg="have a .callAst property or .typeCheck(checker, macro, ctx) method.";function wg(t,e){let n=`Macro '${t}' must`;return l(function(s){let i=e(s);if(!i||typeof i!="object")throw new Error(`${n} return an object.`);if(i.callAst)return i;if(!i.evaluate)throw new Error(`${n} ${gg}`);if(!i.typeCheck)throw new Error(`${n} ${yg}`);return i},"macroExpander")}l(wg,"wrapMacroExpander");var rr=class{static{l(this,"VariableDeclaration")}constructor(e,n,r,s){this.name=e,this.type=n,this.description=r??null,this.constant=s!==void 0,this.value=s,je(this)}},lo=class{static{l(this,"FunctionDeclaration")}constructor({name:e,receiverType:n,returnType:r,handler:s,description:i,params:o,async:a}){if(typeof e!="string")throw new Error("name must be a string");if(typeof s!="function")throw new Error("handler must be a function");this.name=e,this.async=tr(s,a),this.receiverType=n??null,this.returnType=r,this.description=i??null,this.params=o,this.argTypes=o.map(u=>u.type),this.macro=this.argTypes.includes(Xc);let c=n?`${n}.`:"";this.signature=`${c}${e}(${this.argTypes.join(", ")}): ${r}`,this.handler=this.macro?wg(this.signature,s):s,this.partitionKey=`${n?"rcall":"call"}:${e}:${o.length}`,this.hasPlaceholderType=this.returnType.hasPlaceholderType||this.receiverType?.hasPlaceholderType||this.argTypes.some(u=>u.hasPlaceholderType)||!1,je(this)}matchesArgs(e){return e.length===this.argTypes.length&&this.argTypes.every((n,r)=>n.matches(e[r]))?this:null}},st=class{static{l(this,"OperatorDeclaration")}constructor({op:e,leftType:n,rightType:r,handler:s,returnType:i,async:o}){this.operator=e,this.leftType=n,this.rightType=r||null,this.handler=s,this.async=tr(s,o),this.returnType=i,r?this.signature=`${n} ${e} ${r}: ${i}`:this.signature=`${e}${n}: ${i}`,this.hasPlaceholderType=this.leftType.hasPlaceholderType||this.rightType?.hasPlaceholderType||!1,je(this)}equals(e){return this.operator===e.operator&&this.leftType===e.leftType&&this.rightType===e.rightType}};function mo(t){return new Be({kind:"list",name:`list<${t}>`,type:"list",valueType:t})}l(mo,"_createListType");function yn(t){return new Be({kind:"primitive",name:t,type:t})}l(yn,"_createPrimitiveType");function kg(t){return new Be({kind:"message",name:t,type:t})}l(kg,"_createMessageType");function Gc(t){let e=t?`dyn<${t}>`:"dyn";return new Be({kind:"dyn",name:e,type:e,valueType:t})}l(Gc,"_createDynType");function Yc(t){let e=`optional<${t}>`;return new Be({kind:"optional",name:e,type:"optional",valueType:t})}l(Yc,"_createOptionalType");function fo(t,e){return new Be({kind:"map",name:`map<${t}, ${e}>`,type:"map",keyType:t,valueType:e})}l(fo,"_createMapType");function bg(t){return new Be({kind:"param",name:t,type:t})}l(bg,"_createPlaceholderType");var qe=Gc(),Xc=yn("ast"),Wc=mo(qe),jc=fo(qe,qe),te={string:yn("string"),bool:yn("bool"),int:yn("int"),uint:yn("uint"),double:yn("double"),bytes:yn("bytes"),dyn:qe,null:yn("null"),type:yn("type"),optional:Yc(qe),list:Wc,"list<dyn>":Wc,map:jc,"map<dyn, dyn>":jc};for(let t of[te.string,te.double,te.int]){let e=mo(t),n=fo(te.string,t);te[e.name]=e,te[n.name]=n}Object.freeze(te);var co=class{static{l(this,"Candidates")}returnType=null;async=!1;macro=!1;#e=null;#n=null;declarations=[];constructor(e){this.registry=e}[Symbol.iterator](){return this.declarations[Symbol.iterator]()}add(e){this.returnType=(this.returnType||e.returnType).unify(this.registry,e.returnType)||qe,e.macro&&(this.macro=e),e.async&&!this.async&&(this.async=!0),this.declarations.push(e),this.#e?.clear(),this.#n?.clear()}findFunction(e,n=null){for(let r=0;r<this.declarations.length;r++){let s=this.#a(this.declarations[r],e,n);if(s)return s}return null}findUnaryOverload(e){let n=(this.#e??=new Map).get(e);if(n!==void 0)return n;let r=!1;for(let s of this.declarations)if(s.leftType===e){r=s;break}return this.#e.set(e,r),r}findBinaryOverload(e,n){return e.kind==="dyn"&&e.valueType?n=n.wrappedType:n.kind==="dyn"&&n.valueType&&(e=e.wrappedType),(this.#e??=new Map).get(e)?.get(n)??this.#r(this.#e,e,n,this.#s(e,n))}checkBinaryOverload(e,n){return(this.#n??=new Map).get(e)?.get(n)??this.#r(this.#n,e,n,this.#i(e,n))}#r(e,n,r,s){return(e.get(n)||e.set(n,new Map).get(n)).set(r,s),s}#s(e,n){let r=this.#o(e,n);if(r.length===0)return!1;if(r.length===1)return r[0];throw new Error(`Operator overload '${r[0].signature}' overlaps with '${r[1].signature}'.`)}#i(e,n){let r=this.#o(e,n);if(r.length===0)return!1;let s=r[0].returnType;for(let i=1;i<r.length;i++)s=s.unify(this.registry,r[i].returnType)||qe;return s}#o(e,n){let r=[];for(let s of this.declarations){if(s.leftType===e&&s.rightType===n)return[s];let i=this.#t(s,e,n);i&&r.push(i)}if(r.length===0){let s=this.declarations[0]?.operator;if((s==="=="||s==="!=")&&e.kind==="dyn")return xg[s]}return r}#t(e,n,r){let s=e.hasPlaceholderType?new Map:null,i=this.#c(e.leftType,n,s);if(!i)return;let o=this.#c(e.rightType,r,s);if(o)return(e.operator==="=="||e.operator==="!=")&&e.leftType.kind==="dyn"&&e.leftType.valueType&&n.kind!=="dyn"&&r.kind!=="dyn"?!1:e.hasPlaceholderType?{async:e.async,signature:e.signature,handler:e.handler,leftType:i,rightType:o,returnType:e.returnType.templated(this.registry,s)}:e}#a(e,n,r){if(e.hasPlaceholderType)return this.#d(e,n,r);if(!(r&&e.receiverType&&!r.matches(e.receiverType)))return e.matchesArgs(n)}#d(e,n,r){let s=new Map;if(r&&e.receiverType&&!this.#c(e.receiverType,r,s))return null;for(let i=0;i<n.length;i++)if(!this.#c(e.argTypes[i],n[i],s))return null;return{async:e.async,handler:e.handler,signature:e.signature,returnType:e.returnType.templated(this.registry,s)}}#c(e,n,r){if(!e.hasPlaceholderType)return n.matches(e)?n:null;let s=n.kind==="dyn";return this.#u(e,n,r,s)&&(s||n.matches(e.templated(this.registry,r)))?n:null}#u(e,n,r,s=!1){if(!e.hasPlaceholderType)return!0;if(!n)return!1;let i=s||n.kind==="dyn";switch(n=n.unwrappedType,e.kind){case"param":{let o=i?qe:n,a=r.get(e.name);return a?a.kind==="dyn"||o.kind==="dyn"?!0:a.matchesBoth(o):r.set(e.name,o)&&!0}case"list":return n.name==="dyn"&&(n=e),n.kind!=="list"?!1:this.#u(e.valueType,n.valueType,r,i);case"map":return n.name==="dyn"&&(n=e),n.kind!=="map"?!1:this.#u(e.keyType,n.keyType,r,i)&&this.#u(e.valueType,n.valueType,r,i);case"optional":return n.name==="dyn"&&(n=e),n.kind!=="optional"?!1:this.#u(e.valueType,n.valueType,r,i)}return!0}};function Bc(t){let e=[],n="",r=0;for(let s of t){if(s==="<")r++;else if(s===">")r--;else if(s===","&&r===0){e.push(n.trim()),n="";continue}n+=s}return n&&e.push(n.trim()),e}l(Bc,"splitByComma");var Kc=[[fe,"uint",gn.uint,te.uint],[he,"type",gn.type,te.type],[Qe,"optional",hg,te.optional],[Uint8Array,"bytes",gn.bytes,te.bytes],...typeof Buffer<"u"?[[Buffer,"bytes",gn.bytes,te.bytes]]:[]].map(([t,e,n,r])=>Object.freeze({name:e,typeType:n,type:r,ctor:t})),vg=Kc.map(t=>[t.name,t]),Og=Kc.map(t=>[t.ctor,t]),us=l(t=>new Error(`Invalid variable declaration: ${t}`),"invalidVar"),ds=l(t=>new Error(`Invalid type declaration: ${t}`),"invalidType"),xg={"==":[{handler:l((t,e)=>t===e,"handler"),returnType:te.bool}],"!=":[{handler:l((t,e)=>t!==e,"handler"),returnType:te.bool}]},uo=class t{static{l(this,"Registry")}#e=null;#n;#r=!0;#s=null;#i=null;#o=null;#t=null;#a=null;#d=null;#c=null;#u=null;#p=!1;constructor(e={}){this.enableOptionalTypes=e.enableOptionalTypes??!1,this.unlistedVariablesAreDyn=e.unlistedVariablesAreDyn??!1;let n=e.parent instanceof t?e.parent:null;if(n){this.#e=n;let r=n;for(;r&&!r.#s;)r=r.#e;let s=n;for(;s&&!s.#i;)s=s.#e;this.#o=n.#o,this.#t=n.#t,this.#u={operators:r.#s,functions:s.#i},this.objectTypes=new Map(n.objectTypes),this.objectTypesByConstructor=new Map(n.objectTypesByConstructor),this.variables=n.variables,this.#r=!1,this.#n=n.#n,this.#a=n.#a,this.#d=n.#d,this.#c=n.#c,(this.enableOptionalTypes!==n.enableOptionalTypes||this.unlistedVariablesAreDyn!==n.unlistedVariablesAreDyn)&&Qc(this,this.enableOptionalTypes)}else{this.#s=[],this.#i=[],this.objectTypes=new Map(vg),this.objectTypesByConstructor=new Map(Og),this.#n=new Map(Lc(te)),this.#a=new Map,this.#d=new Map,this.#c=new Map,this.variables=new Map,this.variables.dyn=this.unlistedVariablesAreDyn;for(let r in gn)this.registerConstant(r,"type",gn[r])}}#k(){this.#r||(this.variables=new Map(this.variables),this.variables.dyn=this.unlistedVariablesAreDyn,this.#r=!0)}deleteVariable(e){this.#k(),this.variables.delete(e)}#g(e){this.#s||(this.#o=null),this.operatorCandidates(e.operator).add(e),this.#s.push(e)}#O(e){this.#i||(this.#t=null),this.#y(e.partitionKey).add(e),this.#i.push(e)}#m(e,n){return e.get(n)||e.set(n,new co(this)).get(n)}#x(){return this.#s?this.#s:this.#s=[...this.#u.operators]}#b(){return this.#i?this.#i:this.#i=[...this.#u.functions]}operatorCandidates(e){if(this.#o)return this.#m(this.#o,e);let n=this.#o=new Map;for(let r of this.#x())this.#m(n,r.operator).add(r);return this.#m(n,e)}functionCandidates(e,n,r){return this.#y(`${e?"rcall":"call"}:${n}:${r}`)}#y(e){if(this.#t)return this.#m(this.#t,e);let n=this.#t=new Map;for(let r of this.#b())this.#m(n,r.partitionKey).add(r);return this.#m(n,e)}registerVariable(e,n,r){if(this.#p)throw new Error("Cannot modify frozen registry");let s=r?.description,i;if(typeof e=="string"&&typeof n=="object"&&!(n instanceof Be)?(s=n.description,i=n.value,n.schema?n=this.registerType({name:`$${e}`,schema:n.schema}).type:n=n.type):typeof e=="object"&&(e.schema?n=this.registerType({name:`$${e.name}`,schema:e.schema}).type:n=e.type,s=e.description,i=e.value,e=e.name),typeof e!="string"||!e)throw us("name must be a string");if(Ot.has(e))throw us(`'${e}' is a reserved name`);if(this.variables.get(e)!==void 0)throw us(`'${e}' is already registered`);if(typeof n=="string")n=this.getType(n);else if(!(n instanceof Be))throw us("type is required");return this.#k(),this.variables.set(e,new rr(e,n,s,i)),this}#S(e,n){let r=Object.create(null);for(let s of ke(n)){let i=n[s];if(typeof i=="object"&&i)r[s]=this.registerType({name:`${e}.${s}`,schema:i}).type.name;else if(typeof i=="string")r[s]=i;else throw new Error(`Invalid field definition for '${e}.${s}'`)}return r}registerConstant(e,n,r){return typeof e=="object"?this.registerVariable(e):this.registerVariable({name:e,type:n,value:r}),this}getType(e){return this.#l(e,!0)}getListType(e){return this.#a.get(e)||this.#a.set(e,this.#l(`list<${e}>`,!0)).get(e)}getMapType(e,n){return this.#d.get(e)?.get(n)||(this.#d.get(e)||this.#d.set(e,new Map).get(e)).set(n,this.#l(`map<${e}, ${n}>`,!0)).get(n)}getOptionalType(e){return this.#c.get(e)||this.#c.set(e,this.#l(`optional<${e}>`,!0)).get(e)}assertType(e,n,r){try{return this.#l(e,!0)}catch(s){throw s.message=`Invalid ${n} '${s.unknownType||e}' in '${r}'`,s}}getFunctionType(e){if(e==="ast")return Xc;let n=this.#l(e,!0);if(n.kind==="dyn"&&n.valueType)throw new Error(`type '${n.name}' is not supported`);return n}registerType(e,n){if(this.#p)throw new Error("Cannot modify frozen registry");if(typeof e=="object"&&(n=e,e=n.fullName||n.name||n.ctor?.name),typeof e=="string"&&e[0]==="."&&(e=e.slice(1)),typeof e!="string"||e.length<2||Ot.has(e))throw ds(`name '${e}' is not valid`);if(this.objectTypes.has(e))throw ds(`type '${e}' already registered`);let r=this.#l(e,!1);if(r.kind!=="message")throw ds(`type '${e}' is not valid`);let s={name:e,typeType:new he(e),type:r,ctor:typeof n=="function"?n:n?.ctor,convert:typeof n=="function"?void 0:n?.convert,fields:typeof n?.schema=="object"?this.#v(e,this.#S(e,n.schema)):this.#v(e,typeof n=="function"?void 0:n?.fields)};if(typeof s.ctor!="function"){if(!s.fields)throw ds(`type '${e}' requires a constructor or fields`);Object.assign(s,this.#P(e,s.fields))}return this.objectTypes.set(e,Object.freeze(s)),this.objectTypesByConstructor.set(s.ctor,s),this.registerFunctionOverload(`type(${e}): type`,()=>s.typeType,{async:!1}),s}#l(e,n=!0){let r=this.#n.get(e);if(r)return r;if(typeof e!="string"||!e.length)throw new Error("Invalid type: must be a string");if(r=e.match(/^[A-Z]$/),r)return this.#f(bg,e,e);if(r=e.match(/^(dyn|list|map|optional)<(.+)>$/),!r){if(n){let o=new Error(`Unknown type: ${e}`);throw o.unknownType=e,o}return this.#f(kg,e,e)}let s=r[1],i=r[2].trim();switch(s){case"dyn":{let o=this.#l(i,n).wrappedType;return this.#n.set(o.name,o),o}case"list":{let o=this.#l(i,n);return this.#f(mo,`list<${o}>`,o)}case"map":{let o=Bc(i);if(o.length!==2)throw new Error(`Invalid map type: ${e}`);let a=this.#l(o[0],n),c=this.#l(o[1],n);return this.#f(fo,`map<${a}, ${c}>`,a,c)}case"optional":{let o=this.#l(i,n);return this.#f(Yc,`optional<${o}>`,o)}}}#f(e,n,...r){return this.#n.get(n)||this.#n.set(n,e(...r)).get(n)}findMacro(e,n,r){return this.functionCandidates(n,e,r).macro}findUnaryOverload(e,n){return this.operatorCandidates(e).findUnaryOverload(n)}findBinaryOverload(e,n,r){return this.operatorCandidates(e).findBinaryOverload(n,r)}#T(e){return typeof e=="string"?{type:e}:e.id?Sg(e):e}#_(e,n,r,s=!1){try{let i=this.#T(n[r]);if(typeof i?.type!="string")throw new Error("unsupported declaration");return this.#l(i.type,s)}catch(i){throw i.message=`Field '${r}' in type '${e}' has unsupported declaration: ${JSON.stringify(n[r])}`,i}}#v(e,n){if(!n)return;let r=Object.create(null);for(let s of ke(n))r[s]=this.#_(e,n,s);return r}#P(e,n){let r=ke(n),s=Object.create(null);for(let o of r){let a=n[o],c=a.kind==="message"&&this.objectTypes.get(a.name);c===!1?s[o]=!1:s[o]=c.convert?c:!1}let i={[e]:class extends Map{#h;constructor(o){super(),this.#h=o}[Symbol.iterator](){if(this.size!==r.length)for(let o of r)this.get(o);return super[Symbol.iterator]()}get(o){let a=super.get(o);if(a!==void 0||this.has(o))return a;let c=s[o];if(c!==void 0){if(a=this.#h instanceof Map?this.#h.get(o):this.#h?.[o],c&&a&&typeof a=="object")switch(a.constructor){case void 0:case Object:case Map:a=c.convert(a)}return super.set(o,a),a}}}}[e];return{ctor:i,convert(o){if(o)return o.constructor===i?o:new i(o)}}}clone(e){return this.#p=!0,new t({parent:this,unlistedVariablesAreDyn:e.unlistedVariablesAreDyn,enableOptionalTypes:e.enableOptionalTypes})}getDefinitions(){let e=[],n=[];for(let[,r]of this.variables)r&&e.push({name:r.name,description:r.description||null,type:r.type.name});for(let r of this.#b())n.push({signature:r.signature,name:r.name,description:r.description,receiverType:r.receiverType?r.receiverType.name:null,returnType:r.returnType.name,params:r.params.map(s=>({name:s.name,type:s.type.name,description:s.description}))});return{variables:e,functions:n}}#E(e){if(typeof e!="string")throw new Error("Invalid signature: must be a string");let n=e.match(/^(?:([a-zA-Z0-9.<>]+)\.)?(\w+)\(([^)]*)\):(.*)$/);if(!n)throw new Error(`Invalid signature: ${e}`);let r=n[4].trim();if(!r)throw new Error(`Invalid signature: ${e}`);return{receiverType:n[1]||null,name:n[2],argTypes:Bc(n[3]),returnType:r}}#R(e,n){return e.name!==n.name||e.argTypes.length!==n.argTypes.length||(e.receiverType||n.receiverType)&&(!e.receiverType||!n.receiverType)?!1:!(e.receiverType!==n.receiverType&&e.receiverType!==qe&&n.receiverType!==qe)&&(n.macro||e.macro||n.argTypes.every((s,i)=>{let o=e.argTypes[i];return s===o||s===qe||o===qe}))}#C(e){for(let n of this.#y(e.partitionKey))if(this.#R(n,e))throw new Error(`Function signature '${e.signature}' overlaps with existing overload '${n.signature}'.`)}#q(e,n,r){if(!r)return{type:this.getFunctionType(n),name:`arg${e}`,description:null};let s=r.type||n;if(!s)throw new Error(`params[${e}].type is required`);if(n&&s!==n)throw new Error(`params[${e}].type not equal to signature type`);return{name:r.name||`arg${e}`,type:this.getFunctionType(s),description:r.description??null}}registerFunctionOverload(e,n,r){if(this.#p)throw new Error("Cannot modify frozen registry");typeof e=="object"?r=e:typeof n=="object"?r=n:r||(r={});let s=typeof e=="string"?e:r.signature??void 0,i=s!==void 0?this.#E(s):void 0,o=i?.name||r.name,a=i?.receiverType||r.receiverType,c=i?.argTypes,u=i?.returnType||r.returnType,m=r.params;n=typeof n=="function"?n:r.handler;let d;try{if(!o)throw new Error("signature or name are required");if(!u)throw new Error("must have a returnType");if(m){if(c&&m.length!==c.length)throw new Error("mismatched length in params and args in signature")}else if(!c)throw new Error("signature or params are required");d=new lo({name:o,async:r?.async,receiverType:a?this.getType(a):null,returnType:this.getType(u),handler:n,description:r.description,params:(c||m).map((p,h)=>this.#q(h,c?.[h],m?.[h]))})}catch(p){throw typeof s=="string"?p.message=`Invalid function declaration '${s}': ${p.message}`:o?p.message=`Invalid function declaration '${o}': ${p.message}`:p.message=`Invalid function declaration: ${p.message}`,p}this.#C(d),this.#O(d)}registerOperatorOverload(e,n,r){let s=e.match(/^([-!])([\w.<>]+)(?::\s*([\w.<>]+))?$/);if(s){let[,m,d,p]=s;return this.unaryOverload(m,d,n,p,r?.async)}let i=e.match(/^([\w.<>]+) ([-+*%/]|==|!=|<|<=|>|>=|in) ([\w.<>]+)(?::\s*([\w.<>]+))?$/);if(!i)throw new Error(`Operator overload invalid: ${e}`);let[,o,a,c,u]=i;return this.binaryOverload(o,a,c,n,u)}unaryOverload(e,n,r,s,i){if(this.#p)throw new Error("Cannot modify frozen registry");let o=this.assertType(n,"type",`${e}${n}`),a=this.assertType(s||n,"return type",`${e}${n}: ${s||n}`),c=new st({op:`${e}_`,leftType:o,returnType:a,handler:r,async:i});this.#g(this.#w(c))}#N(e){for(let n of this.operatorCandidates(e.operator))if(e.equals(n))return!0;return!1}#w(e){if(!this.#N(e))return e;throw new Error(`Operator overload already registered: ${e.signature}`)}binaryOverload(e,n,r,s,i,o){if(this.#p)throw new Error("Cannot modify frozen registry");i??=Fc.has(n)?"bool":e;let a=`${e} ${n} ${r}: ${i}`,c=this.assertType(e,"left type",a),u=this.assertType(r,"right type",a),m=this.assertType(i,"return type",a);if(c.kind==="dyn"&&c.valueType?u=u.wrappedType:u.kind==="dyn"&&u.valueType&&(c=c.wrappedType),Fc.has(n)&&m.type!=="bool")throw new Error(`Comparison operator '${n}' must return 'bool', got '${m.type}'`);let d=new st({op:n,leftType:c,rightType:u,returnType:m,handler:s,async:o});if(d.hasPlaceholderType&&!(u.hasPlaceholderType&&c.hasPlaceholderType))throw new Error(`Operator overload with placeholders must use them in both left and right types: ${a}`);if(this.#w(d),n==="=="){let p=[new st({op:"!=",leftType:c,rightType:u,handler(h,y,f,g){return!s(h,y,f,g)},returnType:m,async:o})];c!==u&&p.push(new st({op:"==",leftType:u,rightType:c,handler(h,y,f,g){return s(y,h,f,g)},returnType:m,async:o}),new st({op:"!=",leftType:u,rightType:c,handler(h,y,f,g){return!s(y,h,f,g)},returnType:m,async:o}));for(let h of p)this.#w(h);for(let h of p)this.#g(h)}this.#g(d)}},Fc=new Set(["<","<=",">",">=","==","!=","in"]);function Zc(t){return new uo(t)}l(Zc,"createRegistry");var Tt=class{static{l(this,"RootContext")}#e;#n;#r;#s;constructor(e,n){if(this.#e=e.variables,n!=null){if(typeof n!="object")throw L("invalid_context","Context must be an object");n instanceof Map?this.#r=n:this.#n=n}}getValue(e){return this.#s?.get(e)||(this.#n?this.#n[e]:this.#r?.get(e))}getVariable(e){return this.#e.get(e)??(this.#e.dyn&&!Ot.has(e)?new rr(e,qe):void 0)}getCheckedValue(e,n){let r=this.getValue(n.args);if(r===void 0)throw e.createError("unknown_variable",`Unknown variable: ${n.args}`,n);if(n.checkedType.matchesValueType(r,e))return r;let s=n.checkedType,i=e.debugType(r);if(s.kind==="message"&&i.kind==="map"){let o=e.objectTypes.get(s.name)?.convert?.(r);if(o)return(this.#s??=new Map).set(n.args,o),o}throw e.createError("variable_type_mismatch",`Variable '${n.args}' is not of type '${s}', got '${i}'`,n)}forkWithVariable(e,n){return new po(this,e,n)}},po=class t{static{l(this,"OverlayContext")}#e;accuType;accuValue;iterValue;constructor(e,n,r){this.#e=e,this.iterVar=n,this.iterType=r}forkWithVariable(e,n){return new t(this,e,n)}reuse(e){if(!this.async)return this.#e=e,this;let n=new t(e,this.iterVar,this.iterType);return n.accuType=this.accuType,n}setIterValue(e,n){if(this.iterType.matchesValueType(e,n))return this.iterValue=e,this;let r=this.iterType,s=n.debugType(e);if(r.kind==="message"&&s.kind==="map"){let i=n.objectTypes.get(r.name)?.convert?.(e);if(i)return this.iterValue=i,this}throw n.createError("variable_type_mismatch",`Variable '${this.iterVar}' is not of type '${r}', got '${s}'`)}setAccuType(e){return this.accuType=e,this}setAccuValue(e){return this.accuValue=e,this}getValue(e){return this.iterVar===e?this.iterValue:this.#e.getValue(e)}getCheckedValue(e,n){return this.iterVar===n.args?this.iterValue:this.#e.getCheckedValue(e,n)}getVariable(e){return this.iterVar===e?new rr(e,this.iterType):this.#e.getVariable(e)}};function Sg(t){let e;if(t.map){let n=ao(t.keyType,t.resolvedKeyType),r=ao(t.type,t.resolvedType);e=`map<${n}, ${r}>`}else e=ao(t.type,t.resolvedType);return{type:t.repeated?`list<${e}>`:e}}l(Sg,"protobufjsFieldToCelType");function ao(t,e){switch(t){case"string":return"string";case"bytes":return"bytes";case"bool":return"bool";case"double":case"float":case"int32":case"int64":case"sint32":case"sint64":case"sfixed32":case"sfixed64":case"uint32":case"uint64":case"fixed32":case"fixed64":return"double";default:switch(e?.constructor.name){case"Type":return e.fullName.slice(1);case"Enum":return"int"}return t?.includes(".")?t:"dyn"}}l(ao,"protobufjsTypeToCelType");var lu=te.dyn,Pt=class{static{l(this,"Base")}dynType=te.dyn;optionalType=te.optional;stringType=te.string;intType=te.int;doubleType=te.double;boolType=te.bool;nullType=te.null;listType=te.list;mapType=te.map;constructor(e){this.opts=e.opts,this.registry=e.registry,this.objectTypes=this.registry.objectTypes,this.objectTypesByConstructor=this.registry.objectTypesByConstructor}getType(e){return this.registry.getType(e)}debugType(e){switch(typeof e){case"string":return this.stringType;case"bigint":return this.intType;case"number":return this.doubleType;case"boolean":return this.boolType;case"object":if(e===null)return this.nullType;switch(e.constructor){case void 0:case Object:case Map:return this.mapType;case Array:case Set:return this.listType;default:return this.objectTypesByConstructor.get(e.constructor)?.type||go(this,e.constructor?.name||typeof e)}default:go(this,typeof e)}}};function go(t,e){throw t.createError("unsupported_type",`Unsupported type: ${e}`)}l(go,"unsupportedType");var Hc=l(t=>Array.isArray(t)?t.some(e=>e.maybeAsync):!1,"maybeAsyncArray");function en(t,e,n){return e===!0||e&&(e?.maybeAsync||Hc(e))?Tg(n):t===!0||t&&(t?.maybeAsync||Hc(t))?_g(n):n}l(en,"maybeAsync");function Tg(t){return t.__asyncBoth??=l(function(n,r,s,i){return n instanceof Promise||r instanceof Promise?r instanceof Promise?n instanceof Promise?Promise.all([n,r]).then(o=>t(o[0],o[1],s,i)):r.then(o=>t(n,o,s,i)):n.then(o=>t(o,r,s,i)):t(n,r,s,i)},"handle")}l(Tg,"maybeAsyncBoth");function _g(t){return t.__asyncFirst??=l(function(n,r,s,i){return n instanceof Promise?n.then(o=>t(o,r,s,i)):t(n,r,s,i)},"handle")}l(_g,"maybeAsyncFirst");function Jc(t,e,n){e.right=e.args[1];let r=t.check(e.left=e.args[0],n);return e.op==="[]"&&t.check(e.right,n),e.handle=en(e.left,e.op==="[]"?e.right:!1,r!==lu?Dg:jg),r.kind!=="optional"?t.checkAccessOnType(e,n,r):t.registry.getOptionalType(t.checkAccessOnType(e,n,r.valueType,!0))}l(Jc,"checkAccessNode");function eu(t,e,n){e.right=e.args[1];let r=t.check(e.left=e.args[0],n);e.op==="[?]"&&t.check(e.right,n),e.handle=en(e.left,e.op==="[?]"?e.right:!1,Ug);let s=r.kind==="optional"?r.valueType:r;return t.registry.getOptionalType(t.checkAccessOnType(e,n,s,!0))}l(eu,"checkOptionalAccessNode");var Pg={heterogeneous_list_element:"List elements must have the same type,",heterogeneous_map_key:"Map key uses wrong type,",heterogeneous_map_value:"Map value uses wrong type,"};function nu(t,e,n,r,s){let i=t.check(r,e);if(i===n||n.isEmpty())return i;if(i.isEmpty())return n;throw t.createError(s,`${Pg[s]} expected type '${t.formatType(n)}' but found '${t.formatType(i)}'`,r)}l(nu,"checkElementHomogenous");function tu(t,e,n,r){return n.unify(t.registry,t.check(r,e))||lu}l(tu,"checkElement");function Eg(t,e,n){let r=t.debugRuntimeType(e);return t.createError("invalid_condition_type",`${n.meta.label||"Ternary condition must be bool"}, got '${r}'`,n)}l(Eg,"ternaryConditionError");function Rg(t,e,n,r){if(t===!0)return e.run(n.left,r);if(t===!1)return e.run(n.right,r);throw Eg(e,t,n.condition)}l(Rg,"handleTernary");function wo(t,e,n){let r=t.debugRuntimeType(e);return t.createError("invalid_logical_operand",`Logical operator requires bool operands, got '${r}'`,n)}l(wo,"logicalOperandError");function cu(t,e,n){return e instanceof Error?e:wo(t,e,n)}l(cu,"logicalValueOrErr");function _t(t,e,n,r,s){if(s===t)return t;if(s===!t){if(r===s)return s;throw cu(e,r,n.left)}if(s instanceof Promise)return s.then(i=>Cg(t,e,n,r,i));throw wo(e,s,n.left)}l(_t,"_logicalOp");function Cg(t,e,n,r,s){if(s===t)return t;if(typeof s!="boolean")throw wo(e,s,n.right);if(typeof r!="boolean")throw cu(e,r,n.left);return!t}l(Cg,"_logicalOpAsync");function ru(t,e,n){let r=t.check(e.left=e.args[0],n),s=t.check(e.right=e.args[1],n);if(!r.isDynOrBool())throw t.createError("invalid_logical_operand",`Logical operator requires bool operands, got '${t.formatType(r)}'`,e);if(!s.isDynOrBool())throw t.createError("invalid_logical_operand",`Logical operator requires bool operands, got '${t.formatType(s)}'`,e);return t.boolType}l(ru,"checkLogicalOp");function su(t,e,n){let r=e.op,s=t.check(e.args,n);if(e.candidates=t.registry.operatorCandidates(r),s.kind==="dyn")return e.handle=en(e.args,!1,qg),e.candidates.returnType;let i=e.candidates.findUnaryOverload(s);if(!i)throw t.createError("no_such_overload",`no such overload: ${r[0]}${t.formatType(s)}`,e);return e.handle=en(e.args,!1,i.handler),i.returnType}l(su,"checkUnary");function qg(t,e,n){let r=n.debugRuntimeType(t,e.args.checkedType),s=e.candidates.findUnaryOverload(r);if(s)return s.handler(t);throw n.createError("no_such_overload",`no such overload: ${e.op[0]}${r}`,e)}l(qg,"handleUnary");function iu(t,e,n){return e.handle(t.run(e.args,n),e,t)}l(iu,"evaluateUnary");function Ng(t,e,n){let r=e.op,s=t.check(e.left=e.args[0],n),i=t.check(e.right=e.args[1],n);e.candidates=t.registry.operatorCandidates(r);let o=s.hasDynType||i.hasDynType?void 0:e.candidates.findBinaryOverload(s,i);if(e.handle=en(e.left,e.right,o?.handler||Ag),o)return o.returnType;let a=e.candidates.checkBinaryOverload(s,i);if(s.hasDynType||(e.leftStaticType=s),i.hasDynType||(e.rightStaticType=i),a)return a;throw t.createError("no_such_overload",`no such overload: ${t.formatType(s)} ${r} ${t.formatType(i)}`,e)}l(Ng,"checkBinary");function yo(t,e,n){return e.handle(t.run(e.left,n),t.run(e.right,n),e,t)}l(yo,"evaluateBinary");function ou(t,e,n){return e.handle(t.run(e.left,n),e.right,e,t)}l(ou,"evaluateBinaryFirst");function Ag(t,e,n,r){let s=n.leftStaticType||r.debugTypeDeep(t).wrappedType,i=n.rightStaticType||r.debugTypeDeep(e).wrappedType,o=n.candidates.findBinaryOverload(s,i);if(o)return o.handler(t,e,n,r);throw r.createError("no_such_overload",`no such overload: ${s} ${n.op} ${i}`,n)}l(Ag,"handleBinary");function ms(t,e,n,r){try{let s=t.apply(e,n);return s instanceof Promise?s.catch(i=>{throw er(i,r)}):s}catch(s){throw er(s,r)}}l(ms,"callFunctionHandler");function $g(t,e,n){let r=e.args[1],s=e.argTypes,i=r.length;for(;i--;)s[i]=n.debugRuntimeType(t[i],r[i].checkedType);let o=e.candidates.findFunction(s);if(o)return ms(o.handler,n,t,e);throw n.createError("no_matching_overload",`found no matching overload for '${e.args[0]}(${s.map(a=>a.unwrappedType).join(", ")})'`,e)}l($g,"callFn");function Vg(t,e,n){let[,r,s]=n.args,i=n.argTypes;for(let c=0;c<i.length;c++)i[c]=e.debugRuntimeType(t[c+1],s[c].checkedType);let o=e.debugRuntimeType(t[0],r.checkedType),a=n.candidates.findFunction(i,o);if(a)return ms(a.handler,e,t,n);throw e.createError("no_matching_overload",`found no matching overload for '${o.type}.${n.args[0]}(${i.map(c=>c.unwrappedType).join(", ")})'`,n)}l(Vg,"callRecFn");function ho(t,e,n,r=e.length){if(r===0)return[];let s,i=new Array(r);for(;r--;)(i[r]=t.run(e[r],n))instanceof Promise&&(s??=!0);return s?Promise.all(i):i}l(ho,"resolveAstArray");function au(t){let e={};for(let n=0;n<t.length;n++){let[r,s]=t[n];r==="__proto__"||r==="constructor"||r==="prototype"||(e[r]=s)}return e}l(au,"safeFromEntries");function Mg(t,e,n){let r=t.check(e,n);if(r.kind==="dyn")return r;if(r.kind==="list")return r.valueType;if(r.kind==="map")return r.keyType;throw t.createError("invalid_comprehension_range",`Expression of type '${t.formatType(r)}' cannot be range of a comprehension (must be list, map, or dynamic).`,e)}l(Mg,"comprehensionElementType");function uu(t,e,n){if(n instanceof Set)return[...n];if(n instanceof Map)return[...n.keys()];if(n&&typeof n=="object")return ke(n);throw t.createError("invalid_comprehension_range",`Expression of type '${t.debugType(n)}' cannot be range of a comprehension (must be list, map, or dynamic).`,e.iterable)}l(uu,"toIterable");function Qg(t,e,n,r){tt(t)||(t=uu(n,e,t));let s=n.run(e.init,r=e.iterCtx.reuse(r));return r.accuValue=s,r===e.iterCtx?zg(n,r,e,t,s,0):pu(n,r,e,t,s,0)}l(Qg,"runQualifier");function Ig(t,e,n,r){tt(t)||(t=uu(n,e,t));let s=n.run(e.init,r=e.iterCtx.reuse(r));return r.accuValue=s,r===e.iterCtx?Lg(n,r,e,t,s,0):du(n,r,e,t,s,0)}l(Ig,"runComprehension");function Lg(t,e,n,r,s,i){let o=n.condition,a=n.step,c=r.length;for(;i<c&&!(o&&!o(s));)if(s=t.run(a,e.setIterValue(r[i++],t)),s instanceof Promise)return du(t,e,n,r,s,i);return n.result(s)}l(Lg,"iterateLoop");async function du(t,e,n,r,s,i){e===n.iterCtx&&(e.async=!0);let o=n.condition,a=n.step,c=r.length;for(s=await s;i<c;){if(o&&!o(s))return n.result(s);s=t.run(a,e.setIterValue(r[i++],t)),s instanceof Promise&&(s=await s)}return n.result(s)}l(du,"continueLoop");function zg(t,e,n,r,s,i,o,a){let c=n.condition,u=n.step,m=r.length;for(;i<m;){if(!c(s))return n.result(s);if(a=t.tryEval(u,e.setIterValue(r[i++],t)),a instanceof Promise)return pu(t,e,n,r,s,i,o,a);a instanceof Error&&(o??=a)||(s=a)}if(o&&c(s))throw o;return n.result(s)}l(zg,"iterateQuantifier");async function pu(t,e,n,r,s,i,o,a){e===n.iterCtx&&(e.async=!0);let c=n.condition,u=n.step,m=r.length;for(a=await a,a instanceof Error?o??=a:s=a;i<m;){if(!c(s))return n.result(s);a=t.tryEval(u,e.setIterValue(r[i++],t)),a instanceof Promise&&(a=await a),!(a instanceof Error&&(o??=a))&&(s=a)}if(o&&c(s))throw o;return n.result(s)}l(pu,"continueQuantifier");function Ug(t,e,n,r){return r.optionalType.field(t,e,n,r)}l(Ug,"oFieldAccess");function Dg(t,e,n,r){return n.left.checkedType.field(t,e,n,r)}l(Dg,"fieldAccessStatic");var Wg=Object.create(null);function jg(t,e,n,r){switch(t?.constructor){case void 0:case Object:{let i=vt(t||Wg,e)?t[e]:void 0;if(i!==void 0)return r.debugType(i),i;break}case Map:{let i=t.get(e);if(i!==void 0)return r.debugType(i),i;break}case Array:case Set:return r.listType.field(t,e,n,r);default:let s=r.objectTypesByConstructor.get(t.constructor);if(s)return s.type.field(t,e,n,r);typeof t=="object"&&go(r,t.constructor.name)}throw r.createError("no_such_key",`No such key: ${e}`,n)}l(jg,"fieldAccess");var Bg=l(()=>[],"emptyList"),Fg=l(()=>({}),"emptyMap"),M={value:{check(t,e){return t.debugType(e.args)},evaluate(t,e){return e.args}},id:{check(t,e,n){let r=n.getVariable(e.args);if(!r)throw t.createError("unknown_variable",`Unknown variable: ${e.args}`,e);if(r.constant){let s=e.clone(M.value,r.value);return e.setMeta("alternate",s),t.check(s,n)}return r.type},evaluate(t,e,n){return n.getCheckedValue(t,e)}},".":{alias:"fieldAccess",check:Jc,evaluate:ou},".?":{alias:"optionalFieldAccess",check:eu,evaluate:ou},"[]":{alias:"bracketAccess",check:Jc,evaluate:yo},"[?]":{alias:"optionalBracketAccess",check:eu,evaluate:yo},call:{check(t,e,n){let[r,s]=e.args,i=e.candidates=t.registry.functionCandidates(!1,r,s.length),o=e.argTypes=s.map(u=>t.check(u,n)),a=i.findFunction(o);if(!a)throw t.createError("no_matching_overload",`found no matching overload for '${r}(${t.formatTypeList(o)})'`,e);let c=o.some(u=>u.hasDynType)?$g:a.handler.__handle??=(u,m,d)=>ms(a.handler,d,u,m);return e.handle=en(s,!1,c),a.returnType},evaluate(t,e,n){return e.handle(ho(t,e.args[1],n),e,t)}},rcall:{check(t,e,n){let[r,s,i]=e.args,o=t.check(s,n),a=e.candidates=t.registry.functionCandidates(!0,r,i.length),c=e.argTypes=i.map(m=>t.check(m,n));if(e.receiverWithArgs=[s,...i],e.handle=en(e.receiverWithArgs,!1,Vg),o.kind==="dyn"&&a.returnType)return a.returnType;let u=a.findFunction(c,o);if(!u)throw t.createError("no_matching_overload",`found no matching overload for '${o.type}.${r}(${t.formatTypeList(c)})'`,e);if(!o.hasPlaceholderType&&!c.some(m=>m.hasDynType)){let m=u.handler,d=m.__handle??=(p,h,y)=>ms(m,h,p,y);e.handle=en(e.receiverWithArgs,!1,d)}return u.returnType},evaluate(t,e,n){return e.handle(ho(t,e.receiverWithArgs,n),t,e)}},list:{check(t,e,n){let r=e.args,s=r.length;if(s===0)return e.setMeta("evaluate",Bg)&&t.getType("list<T>");let i=t.check(r[0],n),o=t.opts.homogeneousAggregateLiterals?nu:tu;for(let a=1;a<s;a++)i=o(t,n,i,r[a],"heterogeneous_list_element");return t.registry.getListType(i)},evaluate(t,e,n){return ho(t,e.args,n)}},map:{check(t,e,n){let r=e.args,s=r.length;if(s===0)return e.setMeta("evaluate",Fg)&&t.getType("map<K, V>");let i=t.opts.homogeneousAggregateLiterals?nu:tu,o=t.check(r[0][0],n),a=t.check(r[0][1],n);for(let c=1;c<s;c++){let u=r[c];o=i(t,n,o,u[0],"heterogeneous_map_key"),a=i(t,n,a,u[1],"heterogeneous_map_value")}return t.registry.getMapType(o,a)},evaluate(t,e,n){let r=e.args,s=r.length,i=new Array(s),o;for(let a=0;a<s;a++){let c=r[a],u=t.run(c[0],n),m=t.run(c[1],n);u instanceof Promise||m instanceof Promise?(i[a]=Promise.all([u,m]),o??=!0):i[a]=[u,m]}return o?Promise.all(i).then(au):au(i)}},comprehension:{check(t,e,n){let r=e.args;r.iterCtx=n.forkWithVariable(r.iterVarName,Mg(t,r.iterable,n)).setAccuType(t.check(r.init,n));let s=t.check(r.step,r.iterCtx),i=r.errorsAreFatal?Ig:Qg;return e.handle=en(r.iterable,!1,i),r.kind==="quantifier"?t.boolType:s},evaluate(t,e,n){return e.handle(t.run(e.args.iterable,n),e.args,t,n)}},accuValue:{check(t,e,n){return n.accuType},evaluate(t,e,n){return n.accuValue}},accuInc:{check(t,e,n){return n.accuType},evaluate(t,e,n){return n.accuValue+=1}},accuPush:{check(t,e,n){let r=n.accuType,s=t.check(e.args,n);return e.args.maybeAsync||e.setMeta("evaluate",M.accuPush.evaluateSync),r.kind==="list"&&r.valueType.kind!=="param"?r:t.registry.getListType(s)},evaluateSync(t,e,n){return n.accuValue.push(t.run(e.args,n)),n.accuValue},evaluate(t,e,n){let r=n.accuValue,s=t.run(e.args,n);return s instanceof Promise?s.then(i=>r.push(i)&&r):(r.push(s),r)}},"?:":{alias:"ternary",check(t,e,n){let r=e.condition=e.args[0],s=e.left=e.args[1],i=e.right=e.args[2],o=t.check(r,n);if(!o.isDynOrBool())throw t.createError("invalid_condition_type",`${r.meta.label||"Ternary condition must be bool"}, got '${t.formatType(o)}'`,r);let a=t.check(s,n),c=t.check(i,n),u=a.unify(t.registry,c);if(e.handle=en(r,!1,Rg),u)return u;throw t.createError("incompatible_ternary_branches",`Ternary branches must have the same type, got '${t.formatType(a)}' and '${t.formatType(c)}'`,e)},evaluate(t,e,n){return e.handle(t.run(e.condition,n),t,e,n)}},"||":{check:ru,evaluate(t,e,n){let r=t.tryEval(e.left,n);if(r===!0)return!0;if(r===!1){let s=t.run(e.right,n);return typeof s=="boolean"?s:_t(!0,t,e,r,s)}return r instanceof Promise?r.then(s=>s===!0?s:_t(!0,t,e,s,t.run(e.right,n))):_t(!0,t,e,r,t.run(e.right,n))}},"&&":{check:ru,evaluate(t,e,n){let r=t.tryEval(e.left,n);if(r===!1)return!1;if(r===!0){let s=t.run(e.right,n);return typeof s=="boolean"?s:_t(!1,t,e,r,s)}return r instanceof Promise?r.then(s=>s===!1?s:_t(!1,t,e,s,t.run(e.right,n))):_t(!1,t,e,r,t.run(e.right,n))}},"!_":{alias:"unaryNot",check:su,evaluate:iu},"-_":{alias:"unaryMinus",check:su,evaluate:iu}},Gg=["!=","==","in","+","-","*","/","%","<","<=",">",">="];for(let t of Gg)M[t]={check:Ng,evaluate:yo};for(let t of ke(M)){let e=M[t];e.name=t,e.alias&&(M[e.alias]=e)}var fs=l(t=>t,"identity");function hs(t,e){if(t.op==="id")return t.args;throw we("invalid_macro_argument",e,t)}l(hs,"assertIdentifier");function mu(t){let e=t?"map(var, filter, transform)":"map(var, transform)",n=`${e} invalid predicate iteration variable`,r=`${e} filter predicate must return bool`;return({args:s,receiver:i,ast:o})=>{let[a,c,u]=t?s:[s[0],null,s[1]],m=u.clone(M.accuPush,u);if(c){let d=c.clone(M.accuValue);m=c.clone(M.ternary,[c.setMeta("label",r),m,d])}return{callAst:o.clone(M.comprehension,{errorsAreFatal:!0,iterable:i,iterVarName:hs(a,n),init:o.clone(M.list,[]),step:m,result:fs})}}}l(mu,"createMapExpander");function Yg(){let t="filter(var, predicate)",e=`${t} invalid predicate iteration variable`,n=`${t} predicate must return bool`;return({args:r,receiver:s,ast:i})=>{let o=hs(r[0],e),a=i.clone(M.accuValue),c=r[1].setMeta("label",n),u=i.clone(M.accuPush,i.clone(M.id,o)),m=c.clone(M.ternary,[c,u,a]);return{callAst:i.clone(M.comprehension,{errorsAreFatal:!0,iterable:s,iterVarName:o,init:i.clone(M.list,[]),step:m,result:fs})}}}l(Yg,"createFilterExpander");function ko(t){let e=`${t.name}(var, predicate) invalid predicate iteration variable`,n=`${t.name}(var, predicate) predicate must return bool`;return({args:r,receiver:s,ast:i})=>{let o=r[1].setMeta("label",n),a=t.transform({args:r,ast:i,predicate:o,opts:t});return{callAst:i.clone(M.comprehension,{kind:"quantifier",errorsAreFatal:t.errorsAreFatal||!1,iterable:s,iterVarName:hs(r[0],e),init:a.init,condition:a.condition,step:a.step,result:a.result||fs})}}}l(ko,"createQuantifierExpander");function Xg(){let t="has() invalid argument";function e(r,s,i){let o=s.macroHasProps,a=o.length,c=r.run(o[--a],i),u;for(;a--;){let m=o[a];if(m.op===".?"&&(u??=!0),c=r.debugType(c).fieldLazy(c,m.args[1],m,r),c===void 0){if(!(!u&&a&&m.op==="."))break;throw L("no_such_key",`No such key: ${m.args[1]}`,m)}}return c!==void 0}l(e,"evaluate");function n(r,s,i){let o=s.args[0];if(o.op!==".")throw r.createError("invalid_macro_argument",t,o);if(!s.macroHasProps){let a=[];for(;o.op==="."||o.op===".?";)o=a.push(o)&&o.args[0];if(o.op!=="id")throw r.createError("invalid_macro_argument",t,o);r.check(o,i),a.push(o),s.macroHasProps=a}return r.getType("bool")}return l(n,"typeCheck"),function({args:r}){return{args:r,evaluate:e,typeCheck:n,async:!1}}}l(Xg,"createHasExpander");function fu(t){let e=l((c,u)=>t.registerFunctionOverload(c,u),"functionOverload");e("has(ast): bool",Xg()),e("list.all(ast, ast): bool",ko({name:"all",transform({ast:c,predicate:u,opts:m}){return{init:c.clone(M.value,!0),condition:fs,step:u.clone(M.ternary,[u,u.clone(M.value,!0),u.clone(M.value,!1)])}}})),e("list.exists(ast, ast): bool",ko({name:"exists",condition(c){return!c},transform({ast:c,predicate:u,opts:m}){return{init:c.clone(M.value,!1),condition:m.condition,step:u.clone(M.ternary,[u,u.clone(M.value,!0),u.clone(M.value,!1)])}}})),e("list.exists_one(ast, ast): bool",ko({name:"exists_one",errorsAreFatal:!0,result(c){return c===1},transform({ast:c,predicate:u,opts:m}){let d=c.clone(M.accuValue);return{init:c.clone(M.value,0),step:u.clone(M.ternary,[u,c.clone(M.accuInc),d]),result:m.result}}})),e("list.map(ast, ast): list<dyn>",mu(!1)),e("list.map(ast, ast, ast): list<dyn>",mu(!0)),e("list.filter(ast, ast): list<dyn>",Yg());class n{static{l(this,"CelNamespace")}}let r=new n;t.registerType("CelNamespace",n),t.registerConstant("cel","CelNamespace",r);function s(c,u,m){u.bindCtx=m.forkWithVariable(u.var,c.check(u.val,m));let d=c.check(u.exp,u.bindCtx);return u.val.maybeAsync||u.exp.maybeAsync||(u.ast.setMeta("async",!1),u.evaluate=a),d}l(s,"bindTypeCheck");function i(c,u,m,d,p){let h=c.run(u,d=m.reuse(d).setIterValue(p,c));return h instanceof Promise&&d===m&&(d.async=!0),h}l(i,"bindOptionalEvaluate");function o(c,{val:u,exp:m,bindCtx:d},p){let h=c.run(u,p);return h instanceof Promise?h.then(y=>i(c,m,d,p,y)):i(c,m,d,p,h)}l(o,"bindEvaluate");function a(c,{val:u,exp:m,bindCtx:d},p){return c.run(m,d.reuse(p).setIterValue(c.run(u,p),c))}l(a,"bindEvaluateSync"),e("CelNamespace.bind(ast, dyn, ast): dyn",({ast:c,args:u})=>({ast:c,var:hs(u[0],"invalid variable argument"),val:u[1],exp:u[2],bindCtx:void 0,typeCheck:s,evaluate:o}))}l(fu,"registerMacros");function hu(t){let e=l((d,p,h,y)=>t.unaryOverload(d,p,h,y,!1),"unaryOverload"),n=l((d,p,h,y,f)=>t.binaryOverload(d,p,h,y,f,!1),"binaryOverload");function r(d,p){if(d<=ls&&d>=cs)return d;throw L("numeric_overflow",`integer overflow: ${d}`,p)}l(r,"verifyInteger");function s(d){throw L("division_by_zero","division by zero",d)}l(s,"throwDivisionByZero");function i(d){throw L("modulo_by_zero","modulo by zero",d)}l(i,"throwModuloByZero"),e("!","bool",d=>!d),e("-","int",d=>-d),n("dyn<int>","==","double",(d,p)=>d==p),n("dyn<int>","==","uint",(d,p)=>d==p.valueOf()),n("int","*","int",(d,p,h)=>r(d*p,h)),n("int","+","int",(d,p,h)=>r(d+p,h)),n("int","-","int",(d,p,h)=>r(d-p,h)),n("int","/","int",(d,p,h)=>p===rt?s(h):d/p),n("int","%","int",(d,p,h)=>p===rt?i(h):d%p),e("-","double",d=>-d),n("double","*","double",(d,p)=>d*p),n("double","+","double",(d,p)=>d+p),n("double","-","double",(d,p)=>d-p),n("double","/","double",(d,p)=>d/p),n("string","+","string",(d,p)=>d+p),n("list<V>","+","list<V>",(d,p)=>[...d,...p]),n("bytes","+","bytes",(d,p)=>{if(!d.length)return p;if(!p.length)return d;let h=new Uint8Array(d.length+p.length);return h.set(d,0),h.set(p,d.length),h});let o="google.protobuf.Duration";n(o,"+",o,(d,p)=>d.addDuration(p)),n(o,"-",o,(d,p)=>d.subtractDuration(p)),n(o,"==",o,(d,p)=>d.seconds===p.seconds&&d.nanos===p.nanos);let a="google.protobuf.Timestamp";n(a,"==",a,(d,p)=>d.getTime()===p.getTime()),n(a,"-",a,(d,p)=>qn.fromMilliseconds(d.getTime()-p.getTime()),o),n(a,"-",o,(d,p)=>p.subtractTimestamp(d)),n(a,"+",o,(d,p)=>p.extendTimestamp(d)),n(o,"+",a,(d,p)=>d.extendTimestamp(p));function c(d,p,h,y){if(p instanceof Set&&p.has(d))return!0;for(let f of p)if(sr(d,f,h,y))return!0;return!1}l(c,"listIncludes");function u(d,p){return p instanceof Map?p.get(d)!==void 0:vt(p,d)?p[d]!==void 0:!1}l(u,"mapIncludes");function m(d,p,h,y){return c(d,p,h,y)}l(m,"listMembership"),n("V","in","list<V>",m),n("K","in","map<K, V>",u);for(let d of["type","null","bool","string","int","double"])n(d,"==",d,(p,h)=>p===h);n("bytes","==","bytes",(d,p)=>{if(d===p)return!0;let h=d.length;if(h!==p.length)return!1;for(;h--;)if(d[h]!==p[h])return!1;return!0}),n("list<V>","==","list<V>",(d,p,h,y)=>{if(d===p)return!0;if(tt(d)&&tt(p)){let w=d.length;if(w!==p.length)return!1;for(let O=0;O<w;O++)if(!sr(d[O],p[O],h,y))return!1;return!0}if(d instanceof Set&&p instanceof Set){if(d.size!==p.size)return!1;for(let w of d)if(!p.has(w))return!1;return!0}let f=d instanceof Set?p:d,g=d instanceof Set?d:p;if(!tt(f)||f.length!==g?.size)return!1;for(let w=0;w<f.length;w++)if(!g.has(f[w]))return!1;return!0}),n("map<K, V>","==","map<K, V>",(d,p,h,y)=>{if(d===p)return!0;if(d instanceof Map&&p instanceof Map){if(d.size!==p.size)return!1;for(let[w,O]of d)if(!(p.has(w)&&sr(O,p.get(w),h,y)))return!1;return!0}if(d instanceof Map||p instanceof Map){let w=d instanceof Map?p:d,O=d instanceof Map?d:p,E=ke(w);if(O.size!==E.length)return!1;for(let[q,_]of O)if(!(q in w&&sr(_,w[q],h,y)))return!1;return!0}let f=ke(d),g=ke(p);if(f.length!==g.length)return!1;for(let w=0;w<f.length;w++){let O=f[w];if(!(O in p&&sr(d[O],p[O],h,y)))return!1}return!0}),n("uint","==","uint",(d,p)=>d.valueOf()===p.valueOf()),n("dyn<uint>","==","double",(d,p)=>d.valueOf()==p),n("uint","+","uint",(d,p)=>new fe(d.valueOf()+p.valueOf())),n("uint","-","uint",(d,p)=>new fe(d.valueOf()-p.valueOf())),n("uint","*","uint",(d,p)=>new fe(d.valueOf()*p.valueOf())),n("uint","/","uint",(d,p,h)=>p.valueOf()===rt?s(h):new fe(d.valueOf()/p.valueOf())),n("uint","%","uint",(d,p,h)=>p.valueOf()===rt?i(h):new fe(d.valueOf()%p.valueOf()));for(let[d,p]of[["bool","bool"],["int","int"],["uint","uint"],["double","double"],["string","string"],["google.protobuf.Timestamp","google.protobuf.Timestamp"],["google.protobuf.Duration","google.protobuf.Duration"],["int","uint"],["int","double"],["double","int"],["double","uint"],["uint","int"],["uint","double"]])n(d,"<",p,(h,y)=>h<y),n(d,"<=",p,(h,y)=>h<=y),n(d,">",p,(h,y)=>h>y),n(d,">=",p,(h,y)=>h>=y)}l(hu,"registerOverloads");function sr(t,e,n,r){if(t===e)return!0;switch(typeof t){case"undefined":case"string":case"boolean":return!1;case"bigint":return typeof e=="number"?t==e:!1;case"number":return typeof e=="bigint"?t==e:!1;case"object":if(typeof e!="object")return!1;let s=r.debugType(t),i=r.debugType(e);if(s!==i)return!1;let o=r.registry.findBinaryOverload("==",s,i);return o?o.handler(t,e,n,r):!1}throw L("invalid_comparison_type",`Cannot compare values of type ${typeof t}`,n)}l(sr,"isEqual");var Kg=new Map().set("A","dyn").set("T","dyn").set("K","dyn").set("V","dyn"),ir=class extends Pt{static{l(this,"TypeChecker")}constructor(e,n){super(e),this.createError=n?L:Vc}check(e,n){try{return e.checkedType??=e.check(this,e,n)}catch(r){throw er(r,e)}}checkAccessOnType(e,n,r,s=!1){if(r===this.dynType)return r;let i=(e.op==="[]"||e.op==="[?]"?this.check(e.args[1],n):this.stringType).type;if(r.kind==="list"){if(i==="int"||i==="dyn")return r.valueType;throw this.createError("invalid_index_type",`List index must be int, got '${i}'`,e)}if(r.kind==="map")return r.valueType;let o=this.objectTypes.get(r.name);if(o){if(!(i==="string"||i==="dyn"))throw this.createError("invalid_index_type",`Cannot index type '${r.name}' with type '${i}'`,e);if(o.fields){let a;if(e.op==="."||e.op===".?"?a=e.args[1]:e.args[1].op==="value"&&(a=e.args[1].args),typeof a=="string"){let c=o.fields[a];if(c)return c;if(s)return this.dynType;throw this.createError("no_such_key",`No such key: ${a}`,e)}}return this.dynType}throw this.createError("cannot_index_type",`Cannot index type '${this.formatType(r)}'`,e)}formatType(e){return e.hasPlaceholderType?e.templated(this.registry,Kg).name:e.name}formatTypeList(e){return e.map(n=>this.formatType(n)).join(", ")}};var v={EOF:0,NUMBER:1,STRING:2,BOOLEAN:3,NULL:4,IDENTIFIER:5,PLUS:6,MINUS:7,MULTIPLY:8,DIVIDE:9,MODULO:10,EQ:11,NE:12,LT:13,LE:14,GT:15,GE:16,AND:17,OR:18,NOT:19,IN:20,LPAREN:21,RPAREN:22,LBRACKET:23,RBRACKET:24,LBRACE:25,RBRACE:26,DOT:27,COMMA:28,COLON:29,QUESTION:30,BYTES:31},gs={[v.EQ]:M["=="],[v.PLUS]:M["+"],[v.MINUS]:M["-"],[v.MULTIPLY]:M["*"],[v.DIVIDE]:M["/"],[v.MODULO]:M["%"],[v.LE]:M["<="],[v.LT]:M["<"],[v.GE]:M[">="],[v.GT]:M[">"],[v.NE]:M["!="],[v.IN]:M.in},ys={};for(let t in v)ys[v[t]]=t;var yu=new Uint8Array(128);for(let t of"0123456789abcdefABCDEF")yu[t.charCodeAt(0)]=1;var Zg={bytes_unicode_escape:l(t=>`\\${t} not allowed in bytes literals`,"bytes_unicode_escape"),invalid_unicode_escape:l(t=>`Invalid Unicode escape: \\${t}`,"invalid_unicode_escape"),invalid_unicode_surrogate:l(t=>`Invalid Unicode surrogate: \\${t}`,"invalid_unicode_surrogate"),invalid_hex_escape:l(t=>`Invalid hex escape: \\${t}`,"invalid_hex_escape"),invalid_octal_escape:l(()=>"Octal escape must be 3 digits","invalid_octal_escape"),octal_escape_out_of_range:l(t=>`Octal escape out of range: \\${t}`,"octal_escape_out_of_range"),invalid_escape_sequence:l(t=>`Invalid escape sequence: \\${t}`,"invalid_escape_sequence")},gu={"\\":"\\","?":"?",'"':'"',"'":"'","`":"`",a:"\x07",b:"\b",f:"\f",n:`
`,r:"\r",t:"	",v:"\v"},bo=class t{static{l(this,"ASTNode")}#e;#n;constructor(e,n,r,s,i,o){this.#e={check:i.check,evaluate:i.evaluate},this.#n=e,this.op=i.name,this.args=o,this.pos=n,this.start=r,this.end=s}clone(e,n){return new t(this.#n,this.pos,this.start,this.end,e,n)}get meta(){return this.#e}get input(){return this.#n}#r(){let e=this.#e.alternate??this;switch(e.op){case"value":case"id":case"accuValue":case"accuInc":return!1;case"accuPush":return e.args.maybeAsync;case"!_":case"-_":return e.candidates?.async!==!1?!0:e.args.maybeAsync;case"!=":case"==":case"in":case"+":case"-":case"*":case"/":case"%":case"<":case"<=":case">":case">=":return e.candidates?.async!==!1?!0:e.args.some(n=>n.maybeAsync);case"call":case"rcall":return e.candidates?.async!==!1?!0:(e.receiverWithArgs||e.args[1]).some(n=>n.maybeAsync);case"comprehension":return e.args.iterable.maybeAsync||e.args.step.maybeAsync;case".":case".?":return e.args[0].maybeAsync;case"?:":case"list":case"[]":case"[?]":return e.args.some(n=>n.maybeAsync);case"||":case"&&":return e.args.some(n=>n.maybeAsync);case"map":return e.args.some(n=>n[0].maybeAsync||n[1].maybeAsync);default:return!0}}get maybeAsync(){return this.#e.async??=this.#r()}check(e,n,r){let s=this.#e;return s.alternate?e.check(s.alternate,r):s.macro?s.macro.typeCheck(e,s.macro,r):s.check(e,n,r)}evaluate(e,n,r){let s=this.#e;return s.alternate?this.evaluate=this.#s:s.macro?this.evaluate=this.#i:this.evaluate=s.evaluate,this.evaluate(e,n,r)}#s(e,n,r){return(n=this.#e.alternate).evaluate(e,n,r)}#i(e,n,r){return(n=this.#e.macro).evaluate(e,n,r)}setMeta(e,n){return this.#e[e]=n,this}get range(){return{start:this.start,end:this.end}}toOldStructure(){let e=Array.isArray(this.args)?this.args:[this.args];return[this.op,...e.map(n=>n instanceof t?n.toOldStructure():n)]}},vo=class{static{l(this,"Lexer")}input;pos;length;tokenPos;tokenType;tokenValue;reset(e){return this.pos=0,this.input=e,this.length=e.length,e}token(e,n,r){return this.tokenPos=e,this.tokenType=n,this.tokenValue=r,this}nextToken(){for(;;){let{pos:e,input:n,length:r}=this;if(e>=r)return this.token(e,v.EOF);let s=n[e];switch(s){case" ":case"	":case`
`:case"\r":this.pos++;continue;case"=":if(n[e+1]!=="=")break;return this.token((this.pos+=2)-2,v.EQ);case"&":if(n[e+1]!=="&")break;return this.token((this.pos+=2)-2,v.AND);case"|":if(n[e+1]!=="|")break;return this.token((this.pos+=2)-2,v.OR);case"+":return this.token(this.pos++,v.PLUS);case"-":return this.token(this.pos++,v.MINUS);case"*":return this.token(this.pos++,v.MULTIPLY);case"/":if(n[e+1]==="/"){for(;this.pos<r&&this.input[this.pos]!==`
`;)this.pos++;continue}return this.token(this.pos++,v.DIVIDE);case"%":return this.token(this.pos++,v.MODULO);case"<":return n[e+1]==="="?this.token((this.pos+=2)-2,v.LE):this.token(this.pos++,v.LT);case">":return n[e+1]==="="?this.token((this.pos+=2)-2,v.GE):this.token(this.pos++,v.GT);case"!":return n[e+1]==="="?this.token((this.pos+=2)-2,v.NE):this.token(this.pos++,v.NOT);case"(":return this.token(this.pos++,v.LPAREN);case")":return this.token(this.pos++,v.RPAREN);case"[":return this.token(this.pos++,v.LBRACKET);case"]":return this.token(this.pos++,v.RBRACKET);case"{":return this.token(this.pos++,v.LBRACE);case"}":return this.token(this.pos++,v.RBRACE);case".":return this.token(this.pos++,v.DOT);case",":return this.token(this.pos++,v.COMMA);case":":return this.token(this.pos++,v.COLON);case"?":return this.token(this.pos++,v.QUESTION);case'"':case"'":return this.readString(s);case"b":case"B":case"r":case"R":{let i=n[e+1];return i==='"'||i==="'"?++this.pos&&this.readString(i,s):this.readIdentifier()}default:{let i=s.charCodeAt(0);if(i<=57&&i>=48)return this.readNumber();if(this._isIdentifierCharCode(i))return this.readIdentifier()}}throw we("unexpected_character",`Unexpected character: ${s}`,{pos:e,start:e,end:e+1,input:n})}}_isIdentifierCharCode(e){return e<48||e>122?!1:e>=97||e>=65&&e<=90||e<=57||e===95}_parseAsDouble(e,n){let r=Number(this.input.substring(e,n));if(Number.isFinite(r))return this.token(e,v.NUMBER,r);throw we("invalid_number",`Invalid number: ${r}`,{pos:e,start:e,end:n,input:this.input})}_parseAsBigInt(e,n,r,s){let i=this.input.substring(e,n);if(s==="u"||s==="U"){this.pos++;try{return this.token(e,v.NUMBER,new fe(i))}catch{}}else try{return this.token(e,v.NUMBER,BigInt(i))}catch{}throw we(r?"invalid_hex_integer":"invalid_integer",r?`Invalid hex integer: ${i}`:`Invalid integer: ${i}`,{pos:e,start:e,end:this.pos,input:this.input})}_readDigits(e,n,r,s){for(;r<n&&(s=e.charCodeAt(r))&&!(s>57||s<48);)r++;return r}_readExponent(e,n,r){let s=r<n&&e[r];if(s==="e"||s==="E"){s=++r<n&&e[r],(s==="-"||s==="+")&&r++;let i=r;if(r=this._readDigits(e,n,r),i===r)throw we("invalid_exponent","Invalid exponent",{pos:r,start:r,end:Math.min(r+1,e.length),input:e})}return r}readNumber(){let{input:e,length:n,pos:r}=this,s=r;if(e[s]==="0"&&(e[s+1]==="x"||e[s+1]==="X")){for(s+=2;s<n&&yu[e[s].charCodeAt(0)];)s++;return this._parseAsBigInt(r,this.pos=s,!0,e[s])}if(s=this._readDigits(e,n,s),s+1<n){let i=!1,o=e[s]==="."?this._readDigits(e,n,s+1):s+1;if(o!==s+1&&(i=!0)&&(s=o),o=this._readExponent(e,n,s),o!==s&&(i=!0)&&(s=o),i)return this._parseAsDouble(r,this.pos=s)}return this._parseAsBigInt(r,this.pos=s,!1,e[s])}readString(e,n){let{input:r,pos:s}=this;return r[s+1]===e&&r[s+2]===e?this.readTripleQuotedString(e,n):this.readSingleQuotedString(e,n)}_closeQuotedString(e,n,r,s){switch(r){case"b":case"B":{let i=this.processEscapes(e,n,!0),o=new Uint8Array(i.length);for(let a=0;a<i.length;a++)o[a]=i.charCodeAt(a)&255;return this.token(s-1,v.BYTES,o)}case"r":case"R":return this.token(s-1,v.STRING,n);default:{let i=this.processEscapes(e,n,!1);return this.token(s,v.STRING,i)}}}readSingleQuotedString(e,n){let{input:r,length:s,pos:i}=this,o,a=this.pos+1;for(;a<s&&(o=r[a]);){switch(o){case e:let c=i+1,u=r.slice(c,a);return this.pos=++a,this._closeQuotedString(c,u,n,i);case`
`:case"\r":throw we("newline_in_string","Newlines not allowed in single-quoted strings",{pos:a,start:a,end:a+1,input:r});case"\\":a++}a++}throw we("unterminated_string","Unterminated string",{pos:i,start:i,end:r.length,input:r})}readTripleQuotedString(e,n){let{input:r,length:s,pos:i}=this,o,a=this.pos+3;for(;a<s&&(o=r[a]);){switch(o){case e:if(r[a+1]===e&&r[a+2]===e){let c=i+3,u=r.slice(c,a);return this.pos=a+3,this._closeQuotedString(c,u,n,i)}break;case"\\":a++}a++}throw we("unterminated_triple_quoted_string","Unterminated triple-quoted string",{pos:i,start:i,end:r.length,input:r})}#e(e,n,r,s,i,o){let a=n+s;return we(e,Zg[e](o),{input:this.input,pos:a,start:a,end:Math.min(a+i,n+r)})}processEscapes(e,n,r){if(!n.includes("\\"))return n;let s=n.length,i="",o=0;for(;o<s;){if(n[o]!=="\\"||o+1>=s){i+=n[o++];continue}let a=n[o+1];if(gu[a])i+=gu[a],o+=2;else if(a==="u"||a==="U"){if(r)throw this.#e("bytes_unicode_escape",e,s,o,2,a);let c=a==="u"?4:8,u=n.substring(o+2,o+2+c),m=Number.parseInt(u,16);if(u.length!==c||!/^[0-9a-fA-F]+$/.test(u)||m>1114111)throw this.#e("invalid_unicode_escape",e,s,o,2+c,a+u);if(m>=55296&&m<=57343)throw this.#e("invalid_unicode_surrogate",e,s,o,2+c,a+u);i+=String.fromCodePoint(m),o+=2+c}else if(a==="x"||a==="X"){let c=n.substring(o+2,o+4);if(!/^[0-9a-fA-F]{2}$/.test(c))throw this.#e("invalid_hex_escape",e,s,o,4,a+c);i+=String.fromCharCode(Number.parseInt(c,16)),o+=4}else if(a>="0"&&a<="7"){let c=n.substring(o+1,o+4);if(!/^[0-7]{3}$/.test(c))throw this.#e("invalid_octal_escape",e,s,o,4);let u=Number.parseInt(c,8);if(u>255)throw this.#e("octal_escape_out_of_range",e,s,o,4,c);i+=String.fromCharCode(u),o+=4}else throw this.#e("invalid_escape_sequence",e,s,o,2,a)}return i}readIdentifier(){let{pos:e,input:n,length:r}=this,s=e;for(;s<r&&this._isIdentifierCharCode(n[s].charCodeAt(0));)s++;let i=n.substring(e,this.pos=s);switch(i){case"true":return this.token(e,v.BOOLEAN,!0);case"false":return this.token(e,v.BOOLEAN,!1);case"null":return this.token(e,v.NULL,null);case"in":return this.token(e,v.IN);default:return this.token(e,v.IDENTIFIER,i)}}},Hg=new vo,ws=class{static{l(this,"Parser")}lexer=Hg;input=null;maxDepthRemaining=null;astNodesRemaining=null;type=null;pos=null;constructor(e,n){this.limits=e,this.registry=n}#e(e,n=this.pos){throw we("limit_exceeded",`Exceeded ${e} (${this.limits[e]})`,{pos:n,start:n,end:n,input:this.input})}#n(e,n,r,s,i=e){let o=new bo(this.input,i,e,n,r,s);return this.astNodesRemaining--||this.#e("maxAstNodes",i),o}#r(e,n,r){return this.#n(n.start,r.end,e,[n,r])}#s(e,n,r){return this.#n(e.start,r.end,M.ternary,[e,n,r])}#i(e,n,r){return this.#n(e,r.end,n,r)}#o(e,n,r,s,i=n.start){return this.#n(n.start,s,e,[n,r],i)}#t(e=this.pos){let n=this.lexer.nextToken();return this.pos=n.tokenPos,this.type=n.tokenType,e}get value(){return this.lexer.tokenValue}consume(e){if(this.type===e)return this.#t();throw we("expected_token",`Expected ${ys[e]}, got ${ys[this.type]}`,{pos:this.pos,start:this.pos,end:this.lexer.pos,input:this.input})}match(e){return this.type===e}parse(e){if(typeof e!="string")throw we("expression_must_be_string","Expression must be a string");this.input=this.lexer.reset(e),this.#t(),this.maxDepthRemaining=this.limits.maxDepth,this.astNodesRemaining=this.limits.maxAstNodes;let n=this.parseExpression();if(this.match(v.EOF))return n;throw we("unexpected_character",`Unexpected character: '${this.input[this.lexer.pos-1]}'`,{pos:this.pos,start:this.pos,end:this.lexer.pos,input:this.input})}#a(e,n,r,s){let i=s[0],o=r===M.rcall?s[1]:null,a=r===M.rcall?s[2]:s[1],c=this.registry.findMacro(i,!!o,a.length),u=this.#n(e,n,r,s);if(!c)return u;let m=c.handler({ast:u,args:a,receiver:o,methodName:i,parser:this});return m.callAst?u.setMeta("alternate",m.callAst):u.setMeta("macro",m).setMeta("async",tr(m.evaluate,m.async))}parseExpression(){this.maxDepthRemaining--||this.#e("maxDepth");let e=this.parseLogicalOr();if(!this.match(v.QUESTION))return++this.maxDepthRemaining&&e;this.#t();let n=this.parseExpression();this.consume(v.COLON);let r=this.parseExpression();return this.maxDepthRemaining++,this.#s(e,n,r)}parseLogicalOr(){let e=this.parseLogicalAnd();for(;this.match(v.OR);)this.#t(),e=this.#r(M["||"],e,this.parseLogicalAnd());return e}parseLogicalAnd(){let e=this.parseEquality();for(;this.match(v.AND);)this.#t(),e=this.#r(M["&&"],e,this.parseEquality());return e}parseEquality(){let e=this.parseRelational();for(;this.match(v.EQ)||this.match(v.NE);){let n=gs[this.type];this.#t(),e=this.#r(n,e,this.parseRelational())}return e}parseRelational(){let e=this.parseAdditive();for(;this.match(v.LT)||this.match(v.LE)||this.match(v.GT)||this.match(v.GE)||this.match(v.IN);){let n=gs[this.type];this.#t(),e=this.#r(n,e,this.parseAdditive())}return e}parseAdditive(){let e=this.parseMultiplicative();for(;this.match(v.PLUS)||this.match(v.MINUS);){let n=gs[this.type];this.#t(),e=this.#r(n,e,this.parseMultiplicative())}return e}parseMultiplicative(){let e=this.parseUnary();for(;this.match(v.MULTIPLY)||this.match(v.DIVIDE)||this.match(v.MODULO);){let n=gs[this.type];this.#t(),e=this.#r(n,e,this.parseUnary())}return e}parseUnary(){return this.type===v.NOT?this.#i(this.#t(),M.unaryNot,this.parseUnary()):this.type===v.MINUS?this.#i(this.#t(),M.unaryMinus,this.parseUnary()):this.parsePostfix()}parsePostfix(){let e=this.parsePrimary(),n=this.maxDepthRemaining;for(;;){if(this.match(v.DOT)){let r=this.#t();this.maxDepthRemaining--||this.#e("maxDepth",r);let s=this.match(v.QUESTION)&&this.registry.enableOptionalTypes&&this.#t()?M.optionalFieldAccess:M.fieldAccess,i=this.value,o=this.pos,a=this.lexer.pos;if(this.consume(v.IDENTIFIER),s===M.fieldAccess&&this.match(v.LPAREN)&&this.#t()){let c=this.parseArgumentList(),u=this.lexer.pos;this.consume(v.RPAREN),e=this.#a(e.start,u,M.rcall,[i,e,c])}else e=this.#o(s,e,i,a,o);continue}if(this.match(v.LBRACKET)){let r=this.#t();this.maxDepthRemaining--||this.#e("maxDepth",r);let s=this.match(v.QUESTION)&&this.registry.enableOptionalTypes&&this.#t()?M.optionalBracketAccess:M.bracketAccess,i=this.parseExpression(),o=this.lexer.pos;this.consume(v.RBRACKET),e=this.#o(s,e,i,o);continue}break}return this.maxDepthRemaining=n,e}parsePrimary(){switch(this.type){case v.NUMBER:case v.STRING:case v.BYTES:case v.BOOLEAN:case v.NULL:return this.#d();case v.IDENTIFIER:return this.#c();case v.LPAREN:return this.#u();case v.LBRACKET:return this.parseList();case v.LBRACE:return this.parseMap()}throw we("unexpected_token",`Unexpected token: ${ys[this.type]}`,{pos:this.pos,start:this.pos,end:this.lexer.pos,input:this.input})}#d(){return this.#t(this.#n(this.pos,this.lexer.pos,M.value,this.value))}#c(){let e=this.value,n=this.lexer.pos,r=this.consume(v.IDENTIFIER);if(Ot.has(e))throw we("reserved_identifier",`Reserved identifier: ${e}`,{pos:r,start:r,end:n,input:this.input});if(!this.match(v.LPAREN))return this.#n(r,n,M.id,e);this.#t();let s=this.parseArgumentList(),i=this.lexer.pos;return this.consume(v.RPAREN),this.#a(r,i,M.call,[e,s])}#u(){this.consume(v.LPAREN);let e=this.parseExpression();return this.consume(v.RPAREN),e}parseList(){let e=this.consume(v.LBRACKET),n=[],r=this.limits.maxListElements;if(!this.match(v.RBRACKET))for(n.push(this.parseExpression()),r--||this.#e("maxListElements",n.at(-1).pos);this.match(v.COMMA)&&(this.#t(),!this.match(v.RBRACKET));)n.push(this.parseExpression()),r--||this.#e("maxListElements",n.at(-1).pos);let s=this.lexer.pos;return this.consume(v.RBRACKET),this.#n(e,s,M.list,n)}parseMap(){let e=this.consume(v.LBRACE),n=[],r=this.limits.maxMapEntries;if(!this.match(v.RBRACE))for(n.push(this.parseProperty()),r--||this.#e("maxMapEntries",n.at(-1)[0].pos);this.match(v.COMMA)&&(this.#t(),!this.match(v.RBRACE));)n.push(this.parseProperty()),r--||this.#e("maxMapEntries",n.at(-1)[0].pos);let s=this.lexer.pos;return this.consume(v.RBRACE),this.#n(e,s,M.map,n)}parseProperty(){return[this.parseExpression(),(this.consume(v.COLON),this.parseExpression())]}parseArgumentList(){let e=[],n=this.limits.maxCallArguments;if(!this.match(v.RPAREN))for(e.push(this.parseExpression()),n--||this.#e("maxCallArguments",e.at(-1).pos);this.match(v.COMMA)&&(this.#t(),!this.match(v.RPAREN));)e.push(this.parseExpression()),n--||this.#e("maxCallArguments",e.at(-1).pos);return e}};var xo=je({maxAstNodes:1e5,maxDepth:250,maxListElements:1e3,maxMapEntries:1e3,maxCallArguments:32}),Jg=new Set(ke(xo));function ey(t,e=xo){let n=t?ke(t):void 0;if(!n?.length)return e;let r={...e};for(let s of n){if(!Jg.has(s))throw new TypeError(`Unknown limits option: ${s}`);let i=t[s];typeof i=="number"&&(r[s]=i)}return je(r)}l(ey,"createLimits");var ny=je({unlistedVariablesAreDyn:!1,homogeneousAggregateLiterals:!0,enableOptionalTypes:!1,limits:xo});function Oo(t,e,n){let r=t?.[n]??e?.[n];if(typeof r!="boolean")throw new TypeError(`Invalid option: ${n}`);return r}l(Oo,"bool");function wu(t,e=ny){return t?je({unlistedVariablesAreDyn:Oo(t,e,"unlistedVariablesAreDyn"),homogeneousAggregateLiterals:Oo(t,e,"homogeneousAggregateLiterals"),enableOptionalTypes:Oo(t,e,"enableOptionalTypes"),limits:ey(t.limits,e.limits)}):e}l(wu,"createOptions");var ks=Zc({enableOptionalTypes:!1});Dc(ks);hu(ks);fu(ks);var Et=class t{static{l(this,"Environment")}#e;#n;#r;#s;#i;constructor(e,n){this.opts=wu(e,n?.opts),this.#e=(n instanceof t?n.#e:ks).clone(this.opts);let r={registry:this.#e,opts:this.opts};this.#r=new ir(r),this.#s=new ir(r,!0),this.#n=new So(r),this.#i=new ws(this.opts.limits,this.#e),Object.freeze(this)}clone(e){return new t(e,this)}registerFunction(e,n,r){return this.#e.registerFunctionOverload(e,n,r),this}registerOperator(e,n,r){return this.#e.registerOperatorOverload(e,n,r),this}registerType(e,n){return this.#e.registerType(e,n),this}registerVariable(e,n,r){return this.#e.registerVariable(e,n,r),this}registerConstant(e,n,r){return this.#e.registerConstant(e,n,r),this}hasVariable(e){return this.#e.variables.has(e)}getDefinitions(){return this.#e.getDefinitions()}check(e){try{return this.#o(this.#i.parse(e))}catch(n){return{valid:!1,error:n}}}#o(e){try{let n=this.#r.check(e,new Tt(this.#e));return{valid:!0,type:this.#t(n)}}catch(n){return{valid:!1,error:n}}}#t(e){return e.name==="list<dyn>"?"list":e.name==="map<dyn, dyn>"?"map":e.name}parse(e){let n=this.#i.parse(e),r=this.#a.bind(this,n);return r.check=this.#o.bind(this,n),r.ast=n,r}evaluate(e,n){return this.#a(this.#i.parse(e),n)}#a(e,n){return e.checkedType?e.evaluate(this.#n,e,new Tt(this.#e,n)):(this.#s.check(e,n=new Tt(this.#e,n)),e.evaluate(this.#n,e,n))}},So=class extends Pt{static{l(this,"Evaluator")}constructor(e){super(e),this.createError=L}#e(e){if(e instanceof Map)return e.entries().next().value;for(let n in e)return[n,e[n]]}debugRuntimeType(e,n){return n?.hasDynType===!1?n:this.debugTypeDeep(e)}debugTypeDeep(e){let n=this.debugType(e);switch(n.kind){case"list":{let r=e instanceof Array?e[0]:e.values().next().value;return r===void 0?n:this.registry.getListType(this.debugTypeDeep(r))}case"map":{let r=this.#e(e);return r?this.registry.getMapType(n.keyType.hasDynType?this.debugTypeDeep(r[0]):n.keyType,n.valueType.hasDynType?this.debugTypeDeep(r[1]):n.valueType):n}default:return n}}tryEval(e,n){try{let r=this.run(e,n);return r instanceof Promise?r.catch(s=>s):r}catch(r){return r}}run(e,n){return e.evaluate(this,e,n)}},M_=new Et({unlistedVariablesAreDyn:!0});var ty={maxAstNodes:2e3,maxDepth:60,maxListElements:200,maxMapEntries:100,maxCallArguments:16};function bu(t,e){let n=new Et({homogeneousAggregateLiterals:!1,enableOptionalTypes:!0,limits:ty});ay(n),ly(n);for(let[r,s]of Object.entries(t))typeof s=="string"?n.registerVariable(r,s):n.registerVariable({name:r,schema:s});for(let[r,s]of e)n.registerVariable(r,s);return{compile:l(r=>ry(n,r),"compile")}}l(bu,"createCompiler");function ry(t,e){let n=sy(e);if(n!==null)return n;try{let r=t.check(e);if(!r.valid)return ku(r.error,e);let s=t.parse(e);return{type:String(r.type),evaluate:l(i=>iy(()=>s({...i})),"evaluate")}}catch(r){return ku(r,e)}}l(ry,"compile");function sy(t){let e=t.replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g,s=>" ".repeat(s.length)),n=/\bmatches\s*\(/.exec(e);return n===null?null:{message:"matches is not available, because a regular expression may never end; want looksLike with * for any characters",start:n.index,end:n.index+7}}l(sy,"refusedCall");function iy(t){try{return{kind:"value",value:t()}}catch(e){if(oy(e))return{kind:"unknown"};throw e}}l(iy,"evaluate");function oy(t){return!(t instanceof Error)||!("code"in t)?!1:t.code==="no_such_key"||t.code==="no_such_overload"||t.code==="no_matching_overload"||t.code==="index_out_of_range"}l(oy,"isUnknown");function ku(t,e){let n=t instanceof Error?t:new Error(String(t)),r="range"in n&&typeof n.range=="object"&&n.range!==null?n.range:{},s="start"in r&&typeof r.start=="number"?r.start:0,i="end"in r&&typeof r.end=="number"?r.end:e.length;return{message:n.message.split(`
`)[0]??"invalid expression",start:s,end:i}}l(ku,"expressionError");function ay(t){let e={"+":l((n,r)=>Number(n)+Number(r),"+"),"-":l((n,r)=>Number(n)-Number(r),"-"),"*":l((n,r)=>Number(n)*Number(r),"*"),"/":l((n,r)=>Number(n)/Number(r),"/")};for(let[n,r]of Object.entries(e))t.registerOperator(`int ${n} double: double`,r),t.registerOperator(`double ${n} int: double`,r);t.registerOperator("int == double: bool",(n,r)=>Number(n)===Number(r)),t.registerOperator("double in list<int>: bool",(n,r)=>Array.isArray(r)?r.some(s=>Number(s)===Number(n)):!1)}l(ay,"registerNumbers");function ly(t){let e={"max(dyn, dyn): double":Math.max,"max(dyn, dyn, dyn): double":Math.max,"min(dyn, dyn): double":Math.min,"min(dyn, dyn, dyn): double":Math.min,"floor(dyn): double":Math.floor,"ceil(dyn): double":Math.ceil,"round(dyn): double":Math.round};for(let[n,r]of Object.entries(e))t.registerFunction(n,(...s)=>r(...s.map(Number)));t.registerFunction("quantity(string): double",n=>cy(String(n))),t.registerFunction("memoryText(dyn): string",n=>Tc(Number(n))),t.registerFunction("cpuText(dyn): string",n=>Sc(Number(n))),t.registerFunction("numberText(dyn): string",n=>To(n)),t.registerFunction("string.format(list): string",uy),t.registerFunction("string.replaceFirstSpace(string): string",(n,r)=>String(n).replace(/\s+/,()=>String(r))),t.registerFunction("dyn.replaceFirst(string, string): string",(n,...r)=>String(n).replace(String(r[0]),()=>String(r[1]))),t.registerFunction("string.looksLike(string): bool",(n,r)=>dy(String(n),String(r)))}l(ly,"registerFunctions");function cy(t){let e=Cc(t);return e===null?Number.NaN:Number(e.nanos)/1e9}l(cy,"quantityValue");function uy(t,e){let n=Array.isArray(e)?[...e]:[];return String(t).replace(/%[sd%]/g,r=>r==="%%"?"%":To(n.shift()))}l(uy,"formatString");function To(t){return typeof t=="bigint"?t.toString():typeof t=="number"?Number.isInteger(t)?String(t):String(Math.round(t*100)/100):Array.isArray(t)?t.map(To).join(", "):String(t)}l(To,"numberText");function dy(t,e){let n=0,r=0,s=-1,i=0;for(;n<t.length;)if(e[r]==="*")s=r++,i=n;else if(e[r]===t[n])r++,n++;else if(s>=0)r=s+1,n=++i;else return!1;for(;e[r]==="*";)r++;return r===e.length}l(dy,"globMatches");var _o={kind:"string",timeoutSeconds:"double",periodSeconds:"double",failureThreshold:"double",initialDelaySeconds:"double",port:"dyn",command:"string",asksCelery:"bool",celeryTimeout:"double",hasDestination:"bool",literalVariable:"dyn"},py={program:"string",role:"string",via:"list<string>",termination:"string",pid1:"bool",conditional:"bool",isLast:"bool",startupError:"dyn",startupErrorSetting:"dyn",cpuCountSettings:"list<string>",processes:"double",threads:"double",slots:"double",parents:"double",concurrency:"string",sizeValue:"dyn",sizeOrigin:"string",ports:"list<double>",hosts:"list<string>",signalsGroup:"bool",variablesInUse:"list<string>",spacedWord:"dyn",spacedFlag:"dyn",unexpandedWord:"dyn",undefinedReference:"dyn",equalsShortFlag:"dyn",zeroWord:"dyn",legacyWord:"dyn",command:"string"},vu={name:"string",role:"string",image:"dyn",requests:{cpu:"dyn",memory:"dyn"},limits:{cpu:"dyn",memory:"dyn"},resourcesSource:"string",ports:"list<double>",livenessProbe:_o,readinessProbe:_o,startupProbe:_o,probes:"list<map<string, dyn>>",preStop:"string",preStopSeconds:"dyn",readOnlyRootFilesystem:"bool",mounts:"list<string>",writableMounts:"list<string>",memoryMounts:"list<string>",unboundedMemoryMounts:"list<string>",canWriteTemporary:"bool",workingDirectory:"string",variables:"list<string>",values:"map<string, string>",lateReferences:"list<map<string, dyn>>",downwardVariables:"list<map<string, dyn>>",memoryQuantities:"list<map<string, dyn>>",resizesCpuInPlace:"bool",servers:"double",workingProcesses:"double",isResolved:"bool"},bs={terminationGracePeriodSeconds:"double",terminationGracePeriodIsSet:"bool",enableServiceLinks:"bool",shareProcessNamespace:"bool",roles:"list<string>",programs:"list<string>",processes:"list<map<string, dyn>>",containers:"double"},vs={apiVersion:"string",kind:"string",name:"string",namespace:"dyn",replicasMin:"dyn",replicasMax:"dyn",replicasSource:"string",replicasIsSet:"bool",strategy:"string",maxSurge:"dyn",rollingUpdateIsSet:"bool",isBatch:"bool",isTemplate:"bool",hasService:"bool",services:"list<map<string, dyn>>",scalers:"list<map<string, dyn>>",ingresses:"list<map<string, dyn>>"},my={cpu:"double",cpuText:"string",cpuIsLimit:"bool",memory:"double",memoryText:"string",memoryNeed:"double",memoryNeedText:"string",memoryFloor:"double",memoryFloorText:"string",baseMemory:"double",workerMemory:"double",workerMemoryText:"string",isMeasured:"bool",headroom:"double",profile:"string",profileIsDefault:"bool",topology:"string",recommended:{workers:"double",threads:"double",concurrency:"double",memory:"double",cpu:"double",processes:"double",processesForCpu:"double",processesInMemory:"double"}},fy={kind:"string",name:"string",min:"dyn",minIsSet:"bool",max:"dyn",targetKind:"string",targetName:"string",targetIsKnown:"bool",metrics:"list<map<string, dyn>>",triggers:"list<map<string, dyn>>",rivals:"list<string>",missingRequests:"list<string>",reachableCpu:"double",roles:"list<string>",programs:"list<string>",processes:"list<map<string, dyn>>"},hy={name:"string",maxConnections:"double",reserved:"double",connections:"double",shares:"list<string>"},or={processes:"list<map<string, dyn>>",services:"list<map<string, dyn>>"};function Ou(t){switch(t){case"process":return{process:py,container:vu,pod:bs,workload:vs,sizing:my,system:or};case"container":return{container:vu,pod:bs,workload:vs,system:or};case"workload":return{pod:bs,workload:vs,system:or};case"scaler":return{scaler:fy,workload:vs,pod:bs,system:or};case"system":return{database:hy,system:or}}}l(Ou,"scopeVocabulary");function xu(t){let e=new Map;for(let n of t)for(let[r,s]of n.settingTypes){let i=gy(s);e.set(r,e.has(r)&&e.get(r)!==i?"dyn":i)}return Object.fromEntries(e)}l(xu,"settingsVocabulary");function gy(t){switch(t){case"number":return"double";case"string":return"string";case"boolean":return"bool";case"strings":return"list<string>";case"numbers":return"list<double>";case"any":return"dyn"}}l(gy,"settingCelType");function Tu(t,e,n){let r=n.length;wy(t,e,n);let s=ky(t,e),i=new Map(by(t.params)),o={mistakes:n,vocabulary:s,types:i},a=Po(o,t,[]),c=t.each===null?null:Eo(t.each,a,o,null),u=[],m=[];for(let{name:f,expression:g}of t.variables){let w=Eo(g,Po(o,t,m),o,null);w!==null&&u.push({name:f,expression:w}),m.push({name:f,type:w?.type??"dyn"})}let d=Po(o,t,m),p=l((f,g)=>Eo(f,d,o,g),"compile"),h=t.matchConditions.flatMap(({expression:f})=>p(f,"bool")??[]),y=t.validations.flatMap(f=>yy(f,p)??[]);return n.length>r?null:{policy:t,each:c,variables:u,matchConditions:h,validations:y}}l(Tu,"compilePolicy");function yy(t,e){let n=e(t.expression,"bool"),r=t.messageExpression===null?null:e(t.messageExpression,"string"),s=t.recommendation===null?null:e(t.recommendation.value,null),i=(t.recommendation?.derivation??[]).flatMap(c=>{let u=e(c.term,"string"),m=e(c.value,null);return u===null||m===null?[]:[{term:u,value:m}]}),o=t.alternatives.flatMap(({field:c,value:u})=>{let m=e(u,null);return m===null?[]:[{field:c,value:m}]}),a=t.related.flatMap(({target:c,message:u})=>{let m=e(u,"string");return m===null?[]:[{target:c,message:m}]});return n===null?null:{rule:t,expression:n,message:r,recommendation:s,derivation:i,alternatives:o,related:a}}l(yy,"compileValidation");function wy(t,e,n){let r=e.map(s=>s.name);for(let[s,i]of t.programs.entries()){let o=t.programPlaces?.[s];r.includes(i)||o===void 0||n.push(Me(o,`unknown program "${i}" in ${t.id}.${kt(i,r)}`))}}l(wy,"checkPrograms");function ky(t,e){let n=Ou(t.scope);if(t.scope!=="process")return n;let r=e.filter(i=>t.programs.includes(i.name)),s=r.length<t.programs.length||r.length===0?e:r;return{...n,settings:xu(s)}}l(ky,"policyVocabulary");function by(t){return new Map([...t].map(([e,n])=>[e,Array.isArray(n)?"list":typeof n]))}l(by,"parameterTypes");function Po(t,e,n){let r={};for(let[a,c]of t.types)r[a]=c==="number"?"double":c==="string"?"string":c==="boolean"?"bool":"dyn";let s={};for(let{name:a,type:c}of n)s[a]=vy(c);let i={...t.vocabulary,...Object.keys(r).length===0?{}:{params:r},...Object.keys(s).length===0?{}:{variables:s}},o=new Map(e.scope==="process"?[["origins","map<string, string>"]]:[]);return e.each!==null&&o.set("each","map<string, dyn>"),bu(i,o)}l(Po,"compilerFor");function vy(t){return t==="int"||t==="double"?"double":t==="string"||t==="bool"?t:"dyn"}l(vy,"simpleType");function Eo(t,e,n,r){let s=e.compile(t.text);if("message"in s)return n.mistakes.push(Su(t,s,n.vocabulary)),null;if(r!==null&&s.type!==r&&s.type!=="dyn"){let i=`the expression gives ${s.type}; expected ${r}`;return n.mistakes.push(Su(t,{message:i,start:0,end:t.text.length},{})),null}return s}l(Eo,"compileExpression");function Su(t,e,n){let r=ns(t.source,e.start,Math.max(e.end,e.start+1))??yt(t.source),s=`${e.message}${Oy(e,t.text,n)}`;return r===void 0?{file:"",line:1,column:1,message:s}:Me(r,s)}l(Su,"expressionMistake");function Oy(t,e,n){if(!/no such key|unknown variable|no such field/i.test(t.message))return"";let s=/(?:key|variable|field):?\s+["']?(\w+)/i.exec(t.message)?.[1]??e.slice(t.start,t.end).split(".").at(-1)??"",i=kt(s,xy(e,t,n));return i===""?"":`.${i}`}l(Oy,"hintFor");function xy(t,e,n){let r=/(\w+)\.\w*$/.exec(t.slice(0,e.end))?.[1],s=r===void 0?void 0:n[r];return s===void 0||typeof s=="string"?_u(n):Object.keys(s)}l(xy,"namesNear");function _u(t){return Object.entries(t).flatMap(([e,n])=>typeof n=="string"?[e]:[e,..._u(n)])}l(_u,"allNames");function Ro(t,e){let n=t;for(let r of e){if(n===void 0)return;n=typeof r=="number"?Ty(n,r):K(n,r)}return n}l(Ro,"nodeAt");function K(t,e){return t?.kind==="map"?t.entries.get(e)?.value:void 0}l(K,"childOf");function dP(t,e){let n=Ro(t,e);return n?.kind==="map"?n:void 0}l(dP,"mapAt");function Pu(t,e){let n=Ro(t,e);return n?.kind==="sequence"?n.items:[]}l(Pu,"itemsAt");function Eu(t,e){let n=Ro(t,e);return n?.kind==="scalar"&&n.value!==null?n:void 0}l(Eu,"scalarAt");function Sy(t,e){return Eu(t,e)?.text.value}l(Sy,"stringAt");function pP(t,e){let n=Sy(t,e);return n!==void 0&&/^[+-]?\d+(\.\d+)?$/.test(n)?Number(n):void 0}l(pP,"numberAt");function mP(t,e){let n=Eu(t,e);if(!(n===void 0||n.style!=="plain"))return/^(true|yes|on|y)$/i.test(n.text.value)?!0:/^(false|no|off|n)$/i.test(n.text.value)?!1:void 0}l(mP,"booleanAt");function Ty(t,e){return t.kind==="sequence"?t.items[e]:void 0}l(Ty,"itemAt");var ve=vc(ym(),1);function km(t,e,n){if(t==="")return Cn("");let{file:r,span:s}=e;if(n==="plain"&&r.text.startsWith(t,s.start)&&t.length===s.end-s.start)return{value:t,segments:[{start:0,end:t.length,location:e,isVerbatim:!0}]};let i=n==="plain"?s:Jv(e,n);for(let o of aO(e,i,n)){let a=eO(t,r,i,n,o);if(a!==null)return{value:t,segments:a}}return _c(t,e)}l(km,"decodeScalarText");function Jv(t,e){let{start:n,end:r}=t.span;if(e==="singleQuoted"||e==="doubleQuoted")return{start:n+1,end:r-1};let s=t.file.text.indexOf(`
`,n);return{start:s<0||s>=r?r:s+1,end:r}}l(Jv,"contentSpan");function eO(t,e,n,r,s){let i=r==="literal"||r==="folded",o={source:n.start+(i?wm(e.text,n.start,s):0),decoded:0},a=[];for(;o.decoded<t.length;){let c=nO(t,e.text,o,n.end,r);if(c===null)return null;oO(a,e,o,c),o.decoded+=c.decodedLength,o.source=c.sourceStart+c.sourceLength,i&&e.text[o.source-1]===`
`&&(o.source+=wm(e.text,o.source,s))}return a}l(eO,"alignScalar");function nO(t,e,n,r,s){let i=t[n.decoded],o=n.source;if(s==="doubleQuoted"&&(o=bm(e,o,r),e[o]==="\\"))return vm(t,e,n.decoded,o);if(s==="singleQuoted"&&e.startsWith("''",o)&&i==="'")return{decodedLength:1,sourceStart:o,sourceLength:2,isVerbatim:!1};let a=s==="literal"||s==="folded";return o<r&&e[o]===i&&(a||i!==`
`)?{decodedLength:1,sourceStart:o,sourceLength:1,isVerbatim:!0}:i===`
`||i===" "?a?rO(e,o,r,i,s):tO(t,e,n.decoded,o,r):iO(t,e,n.decoded,o,r,s)}l(nO,"nextStep");function tO(t,e,n,r,s){let i=r;for(;i<s&&/[ \t\r\n]/.test(e[i]??"");)i++;return e.slice(r,i).includes(`
`)?{decodedLength:/^\n+/.exec(t.slice(n))?.[0].length??1,sourceStart:r,sourceLength:i-r,isVerbatim:!1}:null}l(tO,"foldStep");function rO(t,e,n,r,s){let i=e;for(;i<n&&(t[i]===" "||t[i]==="	"||r===`
`&&t[i]==="\r");)i++;if(s==="literal"||s==="folded")for(;i<n&&t[i]==="\r";)i++;if(t[i]==="\r"&&i++,i>=n||t[i]!==`
`)return r===`
`&&i>=n?{decodedLength:1,sourceStart:e,sourceLength:i-e,isVerbatim:!1}:null;let o=r===`
`&&s!=="literal"&&sO(t,e),a=i+1-e;return{decodedLength:1,sourceStart:e,sourceLength:a,isVerbatim:!o&&a===1&&r===`
`}}l(rO,"breakStep");function sO(t,e){return t[e-1]===`
`}l(sO,"isBreakBefore");function iO(t,e,n,r,s,i){let o=r;for(;o<s&&(e[o]===" "||e[o]==="	"||e[o]===`
`||e[o]==="\r");)o++;if(i==="doubleQuoted"&&(o=bm(e,o,s),e[o]==="\\"))return vm(t,e,n,o);if(o>=s||e[o]!==t[n])return null;let a=i==="singleQuoted"&&e.startsWith("''",o);return{decodedLength:1,sourceStart:o,sourceLength:a?2:1,isVerbatim:!a}}l(iO,"skipToCharacter");function bm(t,e,n){let r=e;for(;;){let s=/^\\\r?\n[ \t]*/.exec(t.slice(r,Math.min(n,r+400)));if(s===null)return r;r+=s[0].length}}l(bm,"skipEscapedLineBreak");function vm(t,e,n,r){let s=e[r+1],i=s==="x"?4:s==="u"?6:s==="U"?10:2;return{decodedLength:(t.codePointAt(n)??0)>65535?2:1,sourceStart:r,sourceLength:i,isVerbatim:!1}}l(vm,"escapeStep");function oO(t,e,n,r){let s=t.at(-1),i=n.decoded+r.decodedLength;if(r.isVerbatim&&s?.isVerbatim&&s.location.span.end===r.sourceStart&&s.end===n.decoded){let a=Rn(e,s.location.span.start,r.sourceStart+1);t[t.length-1]={start:s.start,end:i,location:a,isVerbatim:!0};return}let o=Rn(e,r.sourceStart,r.sourceStart+r.sourceLength);t.push({start:n.decoded,end:i,location:o,isVerbatim:r.isVerbatim})}l(oO,"appendSegment");function aO(t,e,n){if(n!=="literal"&&n!=="folded")return[0];let{text:r}=t.file,i=/^(?:[ ]*\r?\n)*([ ]*)/.exec(r.slice(e.start,e.end))?.[1]?.length??0;return/^[|>][-+]?([1-9])/.exec(r.slice(t.span.start,t.span.start+3))?.[1]===void 0?[i]:Array.from({length:i+1},(a,c)=>c).reverse()}l(aO,"possibleIndents");function wm(t,e,n){let r=0;for(;r<n&&t[e+r]===" ";)r++;return r}l(wm,"indentWidth");var Om=100,xm=2e6;function bi(t){let e=[],n=[];for(let r of lO(t.text)){let s=cO(t,r.start,r.end);n.push(...s.problems),s.node!==null&&e.push(s.node)}return{documents:e,problems:n}}l(bi,"parseYaml");function lO(t){let e=[],n=0;for(let r=t.indexOf(`
---`);r>=0;r=t.indexOf(`
---`,r+1)){let s=t[r+4];s!==void 0&&!/\s/.test(s)||(e.push({start:n,end:r+1}),n=r+1)}return e.push({start:n,end:t.length}),e}l(lO,"documentSpans");function cO(t,e,n){let r=t.text.slice(e,n);if(uO(r))return{node:null,problems:[]};let s=(0,ve.parseDocument)(r,{merge:!0,uniqueKeys:!1,prettyErrors:!1,strict:!0}),[i]=s.errors;if(i!==void 0)return Sm(t,e+i.pos[0],gO(i.message));if(s.contents===null)return{node:null,problems:[]};let o={file:t,offset:e,anchors:new Map,aliased:new Set,nodes:0,problems:[]};(0,ve.visit)(s,{Alias:l((a,c)=>{o.aliased.add(c.source)},"Alias")});try{return{node:Qr(s.contents,o,{depth:0,isShared:!1}),problems:o.problems}}catch(a){if(a instanceof bn)return Sm(t,e+a.offset,a.message);throw a}}l(cO,"parseOne");function uO(t){return t.length<=4e3&&t.split(`
`).every(e=>/^\uFEFF?(---)?\s*(#.*)?$/.test(e))}l(uO,"isBlankDocument");var bn=class extends Error{static{l(this,"Refusal")}offset;constructor(e,n){super(e),this.offset=n}};function Qr(t,e,n){e.nodes++;let r=t.range?.[0]??0;if(n.depth>Om)throw new bn(`nested deeper than ${Om} levels`,r);if(e.nodes>xm)throw new bn(`more than ${xm} nodes after following aliases`,r);if((0,ve.isAlias)(t)){let c=e.anchors.get(t.source);if(c===void 0)throw new bn(`alias *${t.source} has no anchor`,r);return Qr(c,e,{depth:n.depth+1,isShared:!0})}let s="anchor"in t&&typeof t.anchor=="string"?t.anchor:void 0;s!==void 0&&e.anchors.set(s,t);let i=n.isShared||s!==void 0&&e.aliased.has(s),o={depth:n.depth+1,isShared:i},a=Pm(t,e);if((0,ve.isMap)(t))return{kind:"map",entries:dO(t,e,o),location:a,isShared:i,isFlow:t.flow===!0};if((0,ve.isSeq)(t))return{kind:"sequence",items:t.items.map(u=>Qr(ul(u,r),e,o)),location:a,isShared:i,isFlow:t.flow===!0};if((0,ve.isScalar)(t))return Tm(t,a,i);throw new bn("unreadable node",r)}l(Qr,"build");function dO(t,e,n){let r=new Map,s=[];for(let i of t.items){let o=mO(i,e,n);if(o.text.value==="<<"&&o.style==="plain"&&i.value!==null){s.push(ul(i.value,0));continue}r.has(o.text.value)&&e.problems.push(Em(e.file,o.location.span.start,`duplicate key "${o.text.value}"; the last one counts`));let a=i.value===null||i.value===void 0?_m(Rn(e.file,o.location.span.end,o.location.span.end)):Qr(ul(i.value,0),e,n);r.set(o.text.value,{key:o,value:a})}for(let i of s)pO(r,i,e,n);return r}l(dO,"buildEntries");function pO(t,e,n,r){let s=Qr(e,n,{...r,isShared:!0}),i=s.kind==="sequence"?s.items:[s];for(let o of i)if(o.kind==="map")for(let[a,c]of o.entries)t.has(a)||t.set(a,c)}l(pO,"mergeInto");function mO(t,e,n){let{key:r}=t;if((0,ve.isScalar)(r)){let i=Pm(r,e);return typeof r.value=="symbol"?{kind:"scalar",value:"<<",style:"plain",text:Cn("<<"),location:i,isShared:!1}:Tm(r,i,n.isShared)}let s=r!==null&&typeof r=="object"&&"range"in r&&Array.isArray(r.range)?Number(r.range[0]):0;throw new bn("a mapping key that is not a string",s)}l(mO,"buildKey");function Tm(t,e,n){let r=hO(t),s=fO(t.value);if(s===null&&(t.source??"")==="")return{..._m(e),isShared:n};let i=typeof s=="string"?s:t.source??String(s);return{kind:"scalar",value:s,style:r,text:km(i,e,r),location:e,isShared:n}}l(Tm,"buildScalar");function _m(t){return{kind:"scalar",value:null,style:"plain",text:Cn(""),location:t,isShared:!1}}l(_m,"emptyScalar");function fO(t){return t==null?null:typeof t=="string"||typeof t=="number"||typeof t=="boolean"?t:String(t)}l(fO,"plainValue");function hO(t){switch(t.type){case"BLOCK_LITERAL":return"literal";case"BLOCK_FOLDED":return"folded";case"QUOTE_DOUBLE":return"doubleQuoted";case"QUOTE_SINGLE":return"singleQuoted";default:return"plain"}}l(hO,"styleOf");function ul(t,e){if((0,ve.isAlias)(t)||(0,ve.isMap)(t)||(0,ve.isSeq)(t)||(0,ve.isScalar)(t))return t;throw new bn("unreadable node",e)}l(ul,"asNode");function Pm(t,e){let[n=0,r=0]=t.range??[];return Rn(e.file,e.offset+n,e.offset+r)}l(Pm,"locate");function Sm(t,e,n){return{node:null,problems:[Em(t,e,n)]}}l(Sm,"failed");function Em(t,e,n){return{file:t.path,line:is(t,Math.min(e,t.text.length)).line,message:n}}l(Em,"problemAt");function gO(t){return t.replace(/\s*\n[\s\S]*$/,"").replace(/ at line \d+, column \d+:?$/,"")}l(gO,"sentence");function Ye(t,e,n,r){if(e===void 0)return null;if(e.kind!=="map")return t.mistakes.push(Me(e.location,`${n} must be a mapping`)),null;for(let[s,i]of e.entries)r.length>0&&!r.includes(s)&&t.mistakes.push(Me(i.key.location,`unknown key "${s}" in ${n}.${kt(s,r)}`));return e}l(Ye,"readMap");function Dn(t,e,n){return e===void 0||e.kind==="scalar"&&e.value===null?[]:e.kind==="sequence"?e.items:(t.mistakes.push(Me(e.location,`${n} must be a list`)),[])}l(Dn,"readItems");function Te(t,e,n){let r=Ir(t,e,n);return r===null?null:r.text.value}l(Te,"readString");function Ir(t,e,n){return e===void 0?null:e.kind==="scalar"&&e.value!==null?e:(t.mistakes.push(Me(e.location,`${n} must be text`)),null)}l(Ir,"readScalar");function vi(t,e,n,r){let s=Ir(t,e,n);if(s===null)return null;let i=r.find(a=>a===s.text.value);if(i!==void 0)return i;let o=kt(s.text.value,r);return t.mistakes.push(Me(s.location,`${n} is "${s.text.value}"; expected ${r.join(", ")}.${o}`)),null}l(vi,"readChoice");function Oi(t,e,n){return Dn(t,e,n).flatMap(r=>Te(t,r,`an item of ${n}`)??[])}l(Oi,"readStrings");function ge(t,e,n,r){if(e===null&&n.entries.has(r))return e;if(e===null||typeof e=="string"&&e.trim()===""){let[s]=n.entries.values();t.mistakes.push(Me(s?.key.location??n.location,`${r} is missing`))}return e}l(ge,"requireValue");var yO=["id","title","severity","confidence","scope","programs","roles","params","each","variables","matchConditions","validations","rationale","references","examples"],wO=["expression","message","messageExpression","target","recommendation","alternatives","related"],kO=["name","configuration","manifest","line","message","recommendation"];function qm(t,e){let n=bi(t),r=n.problems.map(i=>({...i,column:1})),s=[];for(let i of n.documents){let o={mistakes:[]},a=bO(o,i,e);r.push(...o.mistakes),a!==null&&s.push(a)}return{policies:s,mistakes:r}}l(qm,"loadPolicies");function bO(t,e,n){let r=Ye(t,e,"the policy",yO);if(r===null)return null;let s=l(p=>K(r,p),"get"),i=ge(t,vO(t,s("id")),r,"id"),o=ge(t,Te(t,s("title"),"title"),r,"title"),a=ge(t,vi(t,s("severity"),"severity",["error","warning","info"]),r,"severity"),c=ge(t,vi(t,s("confidence"),"confidence",["fact","practice","heuristic"]),r,"confidence"),u=vi(t,s("scope"),"scope",["process","container","workload","scaler","system"]),m=Dn(t,s("validations"),"validations").flatMap(p=>SO(t,p)??[]);m.length===0&&ge(t,null,r,"validations");let d=Ye(t,s("examples"),"examples",["invalid","valid"]);return{id:i??"",group:n,title:o??"",severity:a??"warning",confidence:c??"heuristic",scope:u??"process",programs:Oi(t,s("programs"),"programs"),programPlaces:Pu(r,["programs"]).map(p=>p.location),roles:Oi(t,s("roles"),"roles"),params:OO(t,s("params")),each:rn(t,s("each"),"each"),variables:Rm(t,s("variables"),"variables"),matchConditions:Rm(t,s("matchConditions"),"matchConditions"),validations:m,rationale:(Te(t,s("rationale"),"rationale")??"").trim(),references:Oi(t,s("references"),"references"),invalid:Cm(t,K(d??void 0,"invalid")),valid:Cm(t,K(d??void 0,"valid"))}}l(bO,"readPolicy");function vO(t,e){let n=Ir(t,e,"id");return n===null?null:(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(n.text.value)||t.mistakes.push(Me(n.location,`id is "${n.text.value}"; expected lower-case words joined by dashes`)),n.text.value)}l(vO,"readId");function OO(t,e){let n=Ye(t,e,"params",[]),r=new Map;for(let[s,{value:i}]of n?.entries??[]){let o=xO(i);o===null?t.mistakes.push(Me(i.location,`parameter ${s} must be a number, text, boolean or a list of them`)):r.set(s,o)}return r}l(OO,"readParameters");function xO(t){return t.kind==="scalar"?t.value:t.kind==="map"?null:t.items.flatMap(e=>e.kind==="scalar"&&e.value!==null&&typeof e.value!="boolean"?[e.value]:[])}l(xO,"loadedParameter");function Rm(t,e,n){return Dn(t,e,n).flatMap(r=>{let s=Ye(t,r,`an item of ${n}`,["name","expression"]);if(s===null)return[];let i=ge(t,Te(t,K(s,"name"),"name"),s,"name"),o=ge(t,rn(t,K(s,"expression"),"expression"),s,"expression");return i===null||o===null?[]:[{name:i,expression:o}]})}l(Rm,"readNamed");function SO(t,e){let n=Ye(t,e,"a validation",wO);if(n===null)return null;let r=ge(t,rn(t,K(n,"expression"),"expression"),n,"expression"),s=ge(t,Te(t,K(n,"target"),"target"),n,"target"),i=Te(t,K(n,"message"),"message"),o=rn(t,K(n,"messageExpression"),"messageExpression");return i===null&&o===null&&ge(t,null,n,"message or messageExpression"),r===null||s===null?null:{expression:r,message:i,messageExpression:o,target:s,recommendation:TO(t,K(n,"recommendation"),s),alternatives:Dn(t,K(n,"alternatives"),"alternatives").flatMap(a=>_O(t,a)),related:Dn(t,K(n,"related"),"related").flatMap(a=>PO(t,a))}}l(SO,"readValidation");function TO(t,e,n){if(e===void 0)return null;if(e.kind==="scalar"){let o=rn(t,e,"recommendation");return o===null?null:{target:n,value:o,derivation:[]}}let r=Ye(t,e,"recommendation",["target","value","derivation"]);if(r===null)return null;let s=ge(t,rn(t,K(r,"value"),"value"),r,"value");if(s===null)return null;let i=Dn(t,K(r,"derivation"),"derivation").flatMap(o=>{let a=Ye(t,o,"a step of the derivation",["term","value"]);if(a===null)return[];let c=ge(t,rn(t,K(a,"term"),"term"),a,"term"),u=ge(t,rn(t,K(a,"value"),"value"),a,"value");return c===null||u===null?[]:[{term:c,value:u}]});return{target:Te(t,K(r,"target"),"target")??n,value:s,derivation:i}}l(TO,"readRecommendation");function _O(t,e){let n=Ye(t,e,"an alternative",["field","value"]);if(n===null)return[];let r=ge(t,Te(t,K(n,"field"),"field"),n,"field"),s=ge(t,rn(t,K(n,"value"),"value"),n,"value");return r===null||s===null?[]:[{field:r,value:s}]}l(_O,"readAlternative");function PO(t,e){let n=Ye(t,e,"a related place",["target","message"]);if(n===null)return[];let r=ge(t,Te(t,K(n,"target"),"target"),n,"target"),s=ge(t,rn(t,K(n,"message"),"message"),n,"message");return r===null||s===null?[]:[{target:r,message:s}]}l(PO,"readRelated");function Cm(t,e){return Dn(t,e,"examples").flatMap(n=>{let r=n.kind==="scalar"?null:Ye(t,n,"an example",kO),s=Te(t,r===null?n:K(r,"manifest"),"manifest");if(s===null)return[];let i=Te(t,K(r??void 0,"line"),"line");return[{name:Te(t,K(r??void 0,"name"),"name")??"",manifest:s,configuration:Te(t,K(r??void 0,"configuration"),"configuration"),line:i===null?null:Number(i),message:Te(t,K(r??void 0,"message"),"message"),recommendation:Te(t,K(r??void 0,"recommendation"),"recommendation"),at:n.location}]})}l(Cm,"readExamples");function rn(t,e,n){let r=Ir(t,e,n);return r===null?null:{text:r.text.value,source:r.text}}l(rn,"readExpression");function bC(t){let e=[...Ac].map(([s,i])=>({file:ss(`policies/${s}`,i),group:s.split("/")[0]??""})),{policies:n,mistakes:r}=Nm(e,t);if(r.length>0)throw new xc(to(r));return n}l(bC,"loadBundledPolicies");function vC(t,e){let{policies:n,mistakes:r}=Nm(t.map(s=>({file:s,group:"user"})),e);if(r.length>0)throw new Oc(to(r));return n}l(vC,"loadUserPolicies");function Nm(t,e){let n=[];return{policies:t.flatMap(({file:s,group:i})=>{let o=qm(s,i);n.push(...o.mistakes);let a=o.policies.flatMap(c=>Tu(c,e,n)??[]);return o.mistakes.length===0?a:[]}),mistakes:n}}l(Nm,"compileFiles");function TC(t){return{known:!0,text:t}}l(TC,"knownText");function dl(t){return{known:!0,text:Cn(t)}}l(dl,"knownValue");function Am(t){return{known:!1,...t,prefix:Cn(""),mayBeSeveral:!1}}l(Am,"unknownText");function ie(t){return t.known?t.text.value:null}l(ie,"stringOf");function Ie(t,e){let n=t.variables.get(e);if(n!==void 0)return n;if(t.open!==null)return Am({...t.open,why:`${e} may be set by ${t.open.why}`})}l(Ie,"lookupVariable");function RC(t,e,n){return{...t,variables:new Map(t.variables).set(e,n)}}l(RC,"withVariable");function pe(t){if(t!=null)return t.known?t.text.segments[0]?.location:t.at??t.prefix.segments[0]?.location}l(pe,"placeOf");function ye(t){let e=t.includes("'")&&!t.includes('"')?'"':"'",n=t.replaceAll("\\","\\\\").replaceAll(`
`,"\\n").replaceAll("\r","\\r").replaceAll("	","\\t");return e+(e==="'"?n.replaceAll("'","\\'"):n)+e}l(ye,"pythonRepr");function Wn(t,e){let n={words:t,table:EO(e),options:[],positionals:[],opaque:[],runs:0},r=0;for(;r<t.length;){let s=RO(r,n);if(typeof s!="number")return{options:n.options,positionals:n.positionals,error:s,opaque:n.opaque};r=s}return{options:n.options,positionals:n.positionals,error:null,opaque:n.opaque}}l(Wn,"parseArgparse");function EO(t){let e=new Map;for(let n of t)for(let r of n.flags)e.set(r,n);return e}l(EO,"indexTable");function RO(t,e){let n=e.words[t];if(n===void 0)return t+1;if(!n.known)return VO(t,n,e);let r=n.text.value;if(r==="--")return Vm(t+1,e.words.length,e);let s=Lr(r,e.table);switch(s.kind){case"positional":return $O(t,e);case"ambiguous":return zr(`ambiguous option: ${r} could match ${s.candidates.join(", ")}`,n,null);case"unrecognised":return zr(`unrecognized arguments: ${r}`,n,null);case"option":return $m(t,s,e)}}l(RO,"step");function Lr(t,e){if(!t.startsWith("-")||t==="-")return{kind:"positional"};let n=e.get(t);if(n!==void 0)return{kind:"option",spec:n,flag:t,valueFrom:null};let r=t.indexOf("=");if(r>=0){let o=e.get(t.slice(0,r));if(o!==void 0)return{kind:"option",spec:o,flag:t.slice(0,r),valueFrom:r+1}}let s=t.startsWith("--")?CO(t,r,e):qO(t,e),[i]=s;return s.length>1?{kind:"ambiguous",candidates:s.map(o=>o.flag)}:i!==void 0?i:/^-\d+$|^-\d*\.\d+$/.test(t)||t.includes(" ")?{kind:"positional"}:{kind:"unrecognised"}}l(Lr,"matchOption");function CO(t,e,n){let r=e>=0?t.slice(0,e):t;return[...n].filter(([s])=>s.startsWith(r)).map(([s,i])=>({kind:"option",spec:i,flag:s,valueFrom:e>=0?e+1:null}))}l(CO,"longCandidates");function qO(t,e){let n=t.slice(0,2),r=[];for(let[s,i]of e)s===n?r.push({kind:"option",spec:i,flag:s,valueFrom:2}):s.startsWith(t)&&r.push({kind:"option",spec:i,flag:s,valueFrom:null});return r}l(qO,"shortCandidates");function $m(t,e,n){let r=n.words[t];if(r===void 0||!r.known)return t+1;let{spec:s,flag:i,valueFrom:o}=e,a={spec:s,flag:i,at:pe(r),index:t};if(o!==null){if(s.arity==="none")return NO(t,e,n);let u=ae(r.text,o,r.text.value.length);return n.options.push({...a,value:{known:!0,text:u}}),t+1}if(s.arity==="none")return n.options.push({...a,value:null}),t+1;let c=n.words[t+1];return c!==void 0&&AO(c,n.table)?(n.options.push({...a,value:c}),!c.known&&c.mayBeSeveral&&n.opaque.push({index:t+1,why:c.why,dependsOn:c.dependsOn}),t+2):s.arity==="optional"?(n.options.push({...a,value:null}),t+1):zr(`argument ${s.flags.join("/")}: expected one argument`,r,s.setting)}l($m,"takeOption");function NO(t,e,n){let r=n.words[t];if(r===void 0||!r.known)return t+1;let s=r.text.value,i=l(o=>zr(`argument ${e.spec.flags.join("/")}: ignored explicit argument ${ye(o)}`,r,e.spec.setting),"ignored");if(s.startsWith("--")||e.valueFrom!==2)return i(s.slice(e.valueFrom??0));n.options.push({spec:e.spec,flag:e.flag,value:null,at:pe(r),index:t});for(let o=2;o<s.length;o++){let a=n.table.get(`-${s[o]}`);if(a===void 0)return i(s.slice(o));let c={spec:a,flag:`-${s[o]}`,at:pe(r),index:t};if(a.arity==="none"){n.options.push({...c,value:null});continue}if(o+1<s.length){let u=s[o+1]==="="?o+2:o+1;return n.options.push({...c,value:{known:!0,text:ae(r.text,u,s.length)}}),t+1}return $m(t,{kind:"option",spec:a,flag:c.flag,valueFrom:null},n)}return t+1}l(NO,"takeCluster");function AO(t,e){return t.known?t.text.value!=="--"&&Lr(t.text.value,e).kind==="positional":t.prefix.value===""||Lr(t.prefix.value,e).kind==="positional"}l(AO,"isValue");function $O(t,e){let n=t;for(;n<e.words.length;){let r=e.words[n],s=r===void 0?null:ie(r);if(s===null||s==="--"||Lr(s,e.table).kind!=="positional")break;n++}return Vm(t,n,e)}l($O,"takeRun");function Vm(t,e,n){let r=n.words.slice(t,e);return r.length===0?e:(n.runs++,n.runs>1?zr(`unrecognized arguments: ${r.map(s=>ie(s)??"…").join(" ")}`,r[0],null):(n.positionals.push(...r),e))}l(Vm,"takePositionals");function VO(t,e,n){let r=e.prefix.value,s=r.startsWith("-")?Lr(r,n.table):null;return s?.kind==="option"&&s.valueFrom!==null&&s.spec.arity!=="none"?(n.options.push({spec:s.spec,flag:s.flag,value:e,at:pe(e),index:t}),e.mayBeSeveral&&n.opaque.push({index:t,why:e.why,dependsOn:e.dependsOn}),t+1):(r===""||r.startsWith("-"))&&(e.mayBeSeveral||r!=="")?(n.opaque.push({index:t,why:e.why,dependsOn:e.dependsOn}),t+1):(n.positionals.push(e),t+1)}l(VO,"unknownWord");function zr(t,e,n){return{message:t,at:pe(e),setting:n}}l(zr,"usage");function Dr(t,e){let n={words:t,table:MO(e.table),options:[],positionals:[],opaque:[]},r=0;for(;r<t.length;){let s=t[r],i=s===void 0?null:ie(s);if(i==="--"){n.positionals.push(...t.slice(r+1)),r=t.length;break}if(!(i!==null?i.startsWith("-")&&i.length>1:QO(s))){if(i===null&&s!==void 0&&!s.known&&s.prefix.value===""&&s.mayBeSeveral){n.opaque.push({index:r,why:s.why,dependsOn:s.dependsOn}),r++;continue}if(e.stopsAtPositional)break;s!==void 0&&n.positionals.push(s),r++;continue}let a=IO(r,n);if(typeof a!="number")return{...Mm(n),error:a,restFrom:t.length};r=a}return{...Mm(n),error:null,restFrom:r}}l(Dr,"parseClick");function Mm(t){return{options:t.options,positionals:t.positionals,opaque:t.opaque}}l(Mm,"finish");function MO(t){let e=new Map;for(let n of t)for(let r of n.flags)e.set(r,n);return e}l(MO,"indexTable");function QO(t){return t!==void 0&&!t.known&&t.prefix.value.startsWith("-")}l(QO,"isUnknownOption");function IO(t,e){let n=e.words[t];if(n===void 0)return t+1;let r=n.known?n.text.value:n.prefix.value,s=r.indexOf("="),i=s>=0?r.slice(0,s):r,o=i.length>2||i.startsWith("--")?e.table.get(i):void 0;return o!==void 0?LO(t,o,i,s,e):r.startsWith("--")?n.known?{message:`No such option: ${i}`,at:pe(n),setting:null}:Ur(t,n,e):zO(t,r,e)}l(IO,"takeOption");function LO(t,e,n,r,s){let i=s.words[t];if(i===void 0)return t+1;let o={spec:e,flag:n,at:pe(i),index:t};if(e.arity==="none")return r>=0?{message:`Option '${n}' does not take a value.`,at:pe(i),setting:e.setting}:(s.options.push({...o,value:null}),t+1);if(r>=0){let a=i.known?{known:!0,text:ae(i.text,r+1,i.text.value.length)}:{...i,prefix:ae(i.prefix,r+1,i.prefix.value.length)};return s.options.push({...o,value:a}),!i.known&&i.mayBeSeveral&&Ur(t,i,s),t+1}return Qm(t,o,s)}l(LO,"takeLong");function Qm(t,e,n){let r=n.words[t+1];return r===void 0?{message:`Option '${e.flag}' requires an argument.`,at:e.at,setting:e.spec.setting}:(n.options.push({...e,value:r}),!r.known&&r.mayBeSeveral&&Ur(t+1,r,n),t+2)}l(Qm,"takeNext");function zO(t,e,n){let r=n.words[t];if(r===void 0)return t+1;for(let s=1;s<e.length;s++){let i=`-${e[s]}`,o=n.table.get(i);if(o===void 0)return{message:`No such option: ${i}`,at:pe(r),setting:null};let a={spec:o,flag:i,at:pe(r),index:t};if(o.arity==="none"){n.options.push({...a,value:null});continue}if(s+1<e.length||!r.known){let c=r.known?{known:!0,text:ae(r.text,s+1,e.length)}:{...r,prefix:ae(r.prefix,s+1,e.length)};return n.options.push({...a,value:c}),!r.known&&r.mayBeSeveral&&Ur(t,r,n),t+1}return Qm(t,a,n)}return r.known?t+1:Ur(t,r,n)}l(zO,"takeShort");function Ur(t,e,n){return n.opaque.push({index:t,why:e.why,dependsOn:e.dependsOn}),t+1}l(Ur,"opaque");function sn(t,e,n){let r=t.value?.known?t.value.text:void 0,s=pe(t.value)??t.at;return{known:!0,value:e,origin:n,at:s,text:r,writtenAs:t.flag}}l(sn,"settingFromOption");function jn(t,e){return{known:!1,why:t.why,dependsOn:t.dependsOn,at:pe(t),writtenAs:e}}l(jn,"unknownSetting");function Xe(t){let e=ml(t);return/^[+-]?\d+(_\d+)*$/.test(e)?Number(e.replaceAll("_","")):null}l(Xe,"parsePythonInt");function pl(t){let e=ml(t),n=/^([+-]?)(0[xX](?:_?[\da-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|[1-9](?:_?\d)*|0(?:_?0)*)$/.exec(e);if(n?.[2]===void 0)return null;let r=Number(n[2].replaceAll("_","").replace(/^0+(?=\d)/,"0").replace(/^00+$/,"0"));return n[1]==="-"?-r:r}l(pl,"parsePythonIntBase0");function xi(t){let e=ml(t);return/^[+-]?(\d+(_\d+)*\.?(\d+(_\d+)*)?|\.\d+(_\d+)*)([eE][+-]?\d+(_\d+)*)?$/.test(e)?Number(e.replaceAll("_","")):/^[+-]?(inf|infinity)$/i.test(e)?e.startsWith("-")?-1/0:1/0:/^[+-]?nan$/i.test(e)?Number.NaN:null}l(xi,"parsePythonFloat");function ml(t){return t.replace(/^[\s\x1c-\x1f]+|[\s\x1c-\x1f]+$/g,"")}l(ml,"stripPythonSpace");function fl(t,e,n){switch(t.type){case"int":return Im(Xe(e),t.flags,e,n,"int","integer");case"float":return Im(xi(e),t.flags,e,n,"float","float");case"boolean":return{kind:"value",value:["1","true","t","yes","y","on"].includes(e.trim().toLowerCase())};case"list":return{kind:"value",value:[e]};default:return{kind:"value",value:e}}}l(fl,"convertTyped");function Im(t,e,n,r,s,i){return t!==null?{kind:"value",value:t}:r==="argparse"?{kind:"refused",message:`argument ${e.join("/")}: invalid ${s} value: ${ye(n)}`}:{kind:"refused",message:`Invalid value for ${e.map(a=>`'${a}'`).join(" / ")}: ${ye(n)} is not a valid ${i}.`}}l(Im,"numberOr");function ee(t){let e=t.options.flatMap(UO);return{name:t.name,executables:t.executables,settingTypes:new Map(t.options.map(n=>[n.setting,YO(n)])),read(n,r){let s=t.select===void 0?n:t.select(n);return s===null?[]:DO(t,e,s,r)}}}l(ee,"defineProgram");function oe(t,e){let n=t.get(e);return n?.known===!0&&typeof n.value=="number"?n.value:null}l(oe,"knownNumber");function me(t,...e){let n=t;for(let r of e){let s=n.words.findIndex(o=>!(ie(o)??"-").startsWith("-")),i=n.words[s];if(s<0||i===void 0||ie(i)!==r)return null;n={name:n.name,words:n.words.slice(s+1),offset:n.offset+s+1}}return n}l(me,"behind");function UO(t){let e=t.type==="boolean"?"none":"one",n=t.type==="list"?"string":t.type,r={setting:t.setting,flags:t.flags,arity:e,type:n,...t.type==="list"?{appends:!0}:{}};return t.negative===void 0?[r]:[r,{setting:t.setting,flags:[t.negative],arity:"none",type:"boolean",constant:!1}]}l(UO,"specsOf");function DO(t,e,n,r){let s=t.style==="click"?Dr(n.words,{table:e,stopsAtPositional:!1}):Wn(n.words,e),i=["help","version",...t.ending??[]];if(s.options.some(u=>i.includes(u.spec.setting)))return[];let o=new Map(t.options.map(u=>[u.setting,BO(t,u)])),a=s.error===null||WO(s.error.message)?null:s.error;for(let u of t.options)a=FO(t,u,r,o)??a;let c=s.opaque.at(-1);if(c!==void 0)for(let u of o.keys())o.set(u,{known:!1,why:c.why,dependsOn:c.dependsOn});for(let u of s.options)c!==void 0&&u.index<c.index||(a=GO(t,u,o)??a);return[{program:t.name,role:t.role(o),invocation:r,settings:o,startupError:a,model:t.model(o),sizeSetting:t.sizeSetting,readsVariables:t.options.flatMap(u=>u.variables??[]),flags:new Map(t.options.flatMap(u=>jO(u))),optionsFrom:n.offset,doubts:[]}]}l(DO,"readTable");function WO(t){return/^(unrecognized arguments|No such option|ambiguous option)/.test(t)}l(WO,"isUnlisted");function jO(t){let e=t.flags.find(n=>n.startsWith("--"))??t.flags[0];return e===void 0?[]:[[t.setting,e]]}l(jO,"longFlag");function BO(t,e){return e.default==="cpuCount"?{known:!1,why:`${t.name} takes ${e.setting} from the CPU count of the node`,dependsOn:"cpu_count"}:{known:!0,value:e.default,origin:"default"}}l(BO,"defaultSetting");function FO(t,e,n,r){for(let s of e.variables??[]){let i=Ie(n.environment,s);if(i===void 0)continue;if(!i.known)return r.set(e.setting,jn(i,s)),null;if(i.text.value==="")continue;let o=fl(e,i.text.value,t.style),a=i.text.segments[0]?.location;return o.kind==="refused"?{message:o.message,at:a,setting:e.setting}:(r.set(e.setting,{known:!0,value:o.value,origin:"env",at:a,text:i.text,writtenAs:s}),null)}return null}l(FO,"readVariable");function GO(t,e,n){let{setting:r}=e.spec;if(e.value===null)return n.set(r,sn(e,e.spec.constant??!0,"cli")),null;if(!e.value.known)return n.set(r,jn(e.value,e.flag)),null;let s=t.options.find(u=>u.setting===r);if(s===void 0)return null;let i=fl(s,e.value.text.value,t.style);if(i.kind==="refused")return{message:i.message,at:e.at,setting:r};let o=n.get(r),c=s.type==="list"&&o?.known===!0&&o.origin==="cli"&&Array.isArray(o.value)&&Array.isArray(o.value)?[...o.value,e.value.text.value]:i.value;return n.set(r,sn(e,c,"cli")),null}l(GO,"readOption");function YO(t){if(t.default===null)return"any";switch(t.type){case"int":case"float":return"number";case"boolean":return"boolean";case"list":return"strings";case"string":return"string"}}l(YO,"settingType");var Lm=ee({name:"airflow",executables:["airflow"],style:"argparse",docs:"https://airflow.apache.org/docs/apache-airflow-providers-celery/stable/configurations-ref.html",sizeSetting:"concurrency",options:[{setting:"concurrency",flags:["-c","--concurrency"],type:"int",default:16,variables:["AIRFLOW__CELERY__WORKER_CONCURRENCY"]},{setting:"autoscale",flags:["-a","--autoscale"],type:"string",default:null,variables:["AIRFLOW__CELERY__WORKER_AUTOSCALE"]},{setting:"pool",flags:["--pool"],type:"string",default:"prefork",variables:["AIRFLOW__CELERY__POOL"]},{setting:"queues",flags:["-q","--queues"],type:"string",default:"default"},{setting:"celery_hostname",flags:["-H","--celery-hostname"],type:"string",default:null},{setting:"daemon",flags:["-D","--daemon"],type:"boolean",default:!1},{setting:"pid",flags:["--pid"],type:"string",default:null},{setting:"log_file",flags:["-l","--log-file"],type:"string",default:null},{setting:"skip_serve_logs",flags:["-s","--skip-serve-logs"],type:"boolean",default:!1},{setting:"without_mingle",flags:["--without-mingle"],type:"boolean",default:!1},{setting:"without_gossip",flags:["--without-gossip"],type:"boolean",default:!1},{setting:"help",flags:["-h","--help"],type:"boolean",default:!1}],select:l(t=>me(t,"celery","worker")??me(t,"worker"),"select"),role:l(()=>"worker","role"),model:l(t=>({processes:oe(t,"concurrency"),threads:1,concurrency:"process",parents:1}),"model")});var zm=ee({name:"arq",executables:["arq"],style:"click",docs:"https://arq-docs.helpmanual.io/",sizeSetting:null,ending:["check"],options:[{setting:"burst",flags:["--burst"],negative:"--no-burst",type:"boolean",default:null},{setting:"check",flags:["--check"],type:"boolean",default:!1},{setting:"watch",flags:["--watch"],type:"string",default:null},{setting:"verbose",flags:["-v","--verbose"],type:"boolean",default:!1},{setting:"custom_log_dict",flags:["--custom-log-dict"],type:"string",default:null},{setting:"version",flags:["--version"],type:"boolean",default:!1},{setting:"help",flags:["--help"],type:"boolean",default:!1}],role:l(()=>"worker","role"),model:l(()=>({processes:1,threads:10,concurrency:"eventLoop",parents:0}),"model")});var XO=0,Wr=class{static{l(this,"Range")}constructor(e,n){this.from=e,this.to=n}},J=class{static{l(this,"NodeProp")}constructor(e={}){this.id=XO++,this.perNode=!!e.perNode,this.deserialize=e.deserialize||(()=>{throw new Error("This node type doesn't define a deserialize function")}),this.combine=e.combine||null}add(e){if(this.perNode)throw new RangeError("Can't add per-node props to node types");return typeof e!="function"&&(e=Ue.match(e)),n=>{let r=e(n);return r===void 0?null:[this,r]}}};J.closedBy=new J({deserialize:l(t=>t.split(" "),"deserialize")});J.openedBy=new J({deserialize:l(t=>t.split(" "),"deserialize")});J.group=new J({deserialize:l(t=>t.split(" "),"deserialize")});J.isolate=new J({deserialize:l(t=>{if(t&&t!="rtl"&&t!="ltr"&&t!="auto")throw new RangeError("Invalid value for isolate: "+t);return t||"auto"},"deserialize")});J.contextHash=new J({perNode:!0});J.lookAhead=new J({perNode:!0});J.mounted=new J({perNode:!0});var dt=class{static{l(this,"MountedTree")}constructor(e,n,r,s=!1){this.tree=e,this.overlay=n,this.parser=r,this.bracketed=s}static get(e){return e&&e.props&&e.props[J.mounted.id]}},KO=Object.create(null),Ue=class t{static{l(this,"NodeType")}constructor(e,n,r,s=0){this.name=e,this.props=n,this.id=r,this.flags=s}static define(e){let n=e.props&&e.props.length?Object.create(null):KO,r=(e.top?1:0)|(e.skipped?2:0)|(e.error?4:0)|(e.name==null?8:0),s=new t(e.name||"",n,e.id,r);if(e.props){for(let i of e.props)if(Array.isArray(i)||(i=i(s)),i){if(i[0].perNode)throw new RangeError("Can't store a per-node prop on a node type");n[i[0].id]=i[1]}}return s}prop(e){return this.props[e.id]}get isTop(){return(this.flags&1)>0}get isSkipped(){return(this.flags&2)>0}get isError(){return(this.flags&4)>0}get isAnonymous(){return(this.flags&8)>0}is(e){if(typeof e=="string"){if(this.name==e)return!0;let n=this.prop(J.group);return n?n.indexOf(e)>-1:!1}return this.id==e}static match(e){let n=Object.create(null);for(let r in e)for(let s of r.split(" "))n[s]=e[r];return r=>{for(let s=r.prop(J.group),i=-1;i<(s?s.length:0);i++){let o=n[i<0?r.name:s[i]];if(o)return o}}}};Ue.none=new Ue("",Object.create(null),0,8);var _i=class t{static{l(this,"NodeSet")}constructor(e){this.types=e;for(let n=0;n<e.length;n++)if(e[n].id!=n)throw new RangeError("Node type ids should correspond to array positions when creating a node set")}extend(...e){let n=[];for(let r of this.types){let s=null;for(let i of e){let o=i(r);if(o){s||(s=Object.assign({},r.props));let a=o[1],c=o[0];c.combine&&c.id in s&&(a=c.combine(s[c.id],a)),s[c.id]=a}}n.push(s?new Ue(r.name,s,r.id,r.flags):r)}return new t(n)}},Si=new WeakMap,Um=new WeakMap,le;(function(t){t[t.ExcludeBuffers=1]="ExcludeBuffers",t[t.IncludeAnonymous=2]="IncludeAnonymous",t[t.IgnoreMounts=4]="IgnoreMounts",t[t.IgnoreOverlays=8]="IgnoreOverlays",t[t.EnterBracketed=16]="EnterBracketed"})(le||(le={}));var $e=class t{static{l(this,"Tree")}constructor(e,n,r,s,i){if(this.type=e,this.children=n,this.positions=r,this.length=s,this.props=null,i&&i.length){this.props=Object.create(null);for(let[o,a]of i)this.props[typeof o=="number"?o:o.id]=a}}toString(){let e=dt.get(this);if(e&&!e.overlay)return e.tree.toString();let n="";for(let r of this.children){let s=r.toString();s&&(n&&(n+=","),n+=s)}return this.type.name?(/\W/.test(this.type.name)&&!this.type.isError?JSON.stringify(this.type.name):this.type.name)+(n.length?"("+n+")":""):n}cursor(e=0){return new Fr(this.topNode,e)}cursorAt(e,n=0,r=0){let s=Si.get(this)||this.topNode,i=new Fr(s);return i.moveTo(e,n),Si.set(this,i._tree),i}get topNode(){return new on(this,0,0,null)}resolve(e,n=0){let r=jr(Si.get(this)||this.topNode,e,n,!1);return Si.set(this,r),r}resolveInner(e,n=0){let r=jr(Um.get(this)||this.topNode,e,n,!0);return Um.set(this,r),r}resolveStack(e,n=0){return ZO(this,e,n)}iterate(e){let{enter:n,leave:r,from:s=0,to:i=this.length}=e,o=e.mode||0,a=(o&le.IncludeAnonymous)>0;for(let c=this.cursor(o|le.IncludeAnonymous);;){let u=!1;if(c.from<=i&&c.to>=s&&(!a&&c.type.isAnonymous||n(c)!==!1)){if(c.firstChild())continue;u=!0}for(;u&&r&&(a||!c.type.isAnonymous)&&r(c),!c.nextSibling();){if(!c.parent())return;u=!0}}}prop(e){return e.perNode?this.props?this.props[e.id]:void 0:this.type.prop(e)}get propValues(){let e=[];if(this.props)for(let n in this.props)e.push([+n,this.props[n]]);return e}balance(e={}){return this.children.length<=8?this:vl(Ue.none,this.children,this.positions,0,this.children.length,0,this.length,(n,r,s)=>new t(this.type,n,r,s,this.propValues),e.makeTree||((n,r,s)=>new t(Ue.none,n,r,s)))}static build(e){return HO(e)}};$e.empty=new $e(Ue.none,[],[],0);var hl=class t{static{l(this,"FlatBufferCursor")}constructor(e,n){this.buffer=e,this.index=n}get id(){return this.buffer[this.index-4]}get start(){return this.buffer[this.index-3]}get end(){return this.buffer[this.index-2]}get size(){return this.buffer[this.index-1]}get pos(){return this.index}next(){this.index-=4}fork(){return new t(this.buffer,this.index)}},Bn=class t{static{l(this,"TreeBuffer")}constructor(e,n,r){this.buffer=e,this.length=n,this.set=r}get type(){return Ue.none}toString(){let e=[];for(let n=0;n<this.buffer.length;)e.push(this.childString(n)),n=this.buffer[n+3];return e.join(",")}childString(e){let n=this.buffer[e],r=this.buffer[e+3],s=this.set.types[n],i=s.name;if(/\W/.test(i)&&!s.isError&&(i=JSON.stringify(i)),e+=4,r==e)return i;let o=[];for(;e<r;)o.push(this.childString(e)),e=this.buffer[e+3];return i+"("+o.join(",")+")"}findChild(e,n,r,s,i){let{buffer:o}=this,a=-1;for(let c=e;c!=n&&!(jm(i,s,o[c+1],o[c+2])&&(a=c,r>0));c=o[c+3]);return a}slice(e,n,r){let s=this.buffer,i=new Uint16Array(n-e),o=0;for(let a=e,c=0;a<n;){i[c++]=s[a++],i[c++]=s[a++]-r;let u=i[c++]=s[a++]-r;i[c++]=s[a++]-e,o=Math.max(o,u)}return new t(i,o,this.set)}};function jm(t,e,n,r){switch(t){case-2:return n<e;case-1:return r>=e&&n<e;case 0:return n<e&&r>e;case 1:return n<=e&&r>e;case 2:return r>e;case 4:return!0}}l(jm,"checkSide");function jr(t,e,n,r){for(var s;t.from==t.to||(n<1?t.from>=e:t.from>e)||(n>-1?t.to<=e:t.to<e);){let o=!r&&t instanceof on&&t.index<0?null:t.parent;if(!o)return t;t=o}let i=r?0:le.IgnoreOverlays;if(r)for(let o=t,a=o.parent;a;o=a,a=o.parent)o instanceof on&&o.index<0&&((s=a.enter(e,n,i))===null||s===void 0?void 0:s.from)!=o.from&&(t=a);for(;;){let o=t.enter(e,n,i);if(!o)return t;t=o}}l(jr,"resolveNode");var Pi=class{static{l(this,"BaseNode")}cursor(e=0){return new Fr(this,e)}getChild(e,n=null,r=null){let s=Dm(this,e,n,r);return s.length?s[0]:null}getChildren(e,n=null,r=null){return Dm(this,e,n,r)}resolve(e,n=0){return jr(this,e,n,!1)}resolveInner(e,n=0){return jr(this,e,n,!0)}matchContext(e){return gl(this.parent,e)}enterUnfinishedNodesBefore(e){let n=this.childBefore(e),r=this;for(;n;){let s=n.lastChild;if(!s||s.to!=n.to)break;s.type.isError&&s.from==s.to?(r=n,n=s.prevSibling):n=s}return r}get node(){return this}get next(){return this.parent}},on=class t extends Pi{static{l(this,"TreeNode")}constructor(e,n,r,s){super(),this._tree=e,this.from=n,this.index=r,this._parent=s}get type(){return this._tree.type}get name(){return this._tree.type.name}get to(){return this.from+this._tree.length}nextChild(e,n,r,s,i=0){for(let o=this;;){for(let{children:a,positions:c}=o._tree,u=n>0?a.length:-1;e!=u;e+=n){let m=a[e],d=c[e]+o.from,p;if(!(!(i&le.EnterBracketed&&m instanceof $e&&(p=dt.get(m))&&!p.overlay&&p.bracketed&&r>=d&&r<=d+m.length)&&!jm(s,r,d,d+m.length))){if(m instanceof Bn){if(i&le.ExcludeBuffers)continue;let h=m.findChild(0,m.buffer.length,n,r-d,s);if(h>-1)return new Br(new yl(o,m,e,d),null,h)}else if(i&le.IncludeAnonymous||!m.type.isAnonymous||bl(m)){let h;if(!(i&le.IgnoreMounts)&&(h=dt.get(m))&&!h.overlay)return new t(h.tree,d,e,o);let y=new t(m,d,e,o);return i&le.IncludeAnonymous||!y.type.isAnonymous?y:y.nextChild(n<0?m.children.length-1:0,n,r,s,i)}}}if(i&le.IncludeAnonymous||!o.type.isAnonymous||(o.index>=0?e=o.index+n:e=n<0?-1:o._parent._tree.children.length,o=o._parent,!o))return null}}get firstChild(){return this.nextChild(0,1,0,4)}get lastChild(){return this.nextChild(this._tree.children.length-1,-1,0,4)}childAfter(e){return this.nextChild(0,1,e,2)}childBefore(e){return this.nextChild(this._tree.children.length-1,-1,e,-2)}prop(e){return this._tree.prop(e)}enter(e,n,r=0){let s;if(!(r&le.IgnoreOverlays)&&(s=dt.get(this._tree))&&s.overlay){let i=e-this.from,o=r&le.EnterBracketed&&s.bracketed;for(let{from:a,to:c}of s.overlay)if((n>0||o?a<=i:a<i)&&(n<0||o?c>=i:c>i))return new t(s.tree,s.overlay[0].from+this.from,-1,this)}return this.nextChild(0,1,e,n,r)}nextSignificantParent(){let e=this;for(;e.type.isAnonymous&&e._parent;)e=e._parent;return e}get parent(){return this._parent?this._parent.nextSignificantParent():null}get nextSibling(){return this._parent&&this.index>=0?this._parent.nextChild(this.index+1,1,0,4):null}get prevSibling(){return this._parent&&this.index>=0?this._parent.nextChild(this.index-1,-1,0,4):null}get tree(){return this._tree}toTree(){return this._tree}toString(){return this._tree.toString()}};function Dm(t,e,n,r){let s=t.cursor(),i=[];if(!s.firstChild())return i;if(n!=null){for(let o=!1;!o;)if(o=s.type.is(n),!s.nextSibling())return i}for(;;){if(r!=null&&s.type.is(r))return i;if(s.type.is(e)&&i.push(s.node),!s.nextSibling())return r==null?i:[]}}l(Dm,"getChildren");function gl(t,e,n=e.length-1){for(let r=t;n>=0;r=r.parent){if(!r)return!1;if(!r.type.isAnonymous){if(e[n]&&e[n]!=r.name)return!1;n--}}return!0}l(gl,"matchNodeContext");var yl=class{static{l(this,"BufferContext")}constructor(e,n,r,s){this.parent=e,this.buffer=n,this.index=r,this.start=s}},Br=class t extends Pi{static{l(this,"BufferNode")}get name(){return this.type.name}get from(){return this.context.start+this.context.buffer.buffer[this.index+1]}get to(){return this.context.start+this.context.buffer.buffer[this.index+2]}constructor(e,n,r){super(),this.context=e,this._parent=n,this.index=r,this.type=e.buffer.set.types[e.buffer.buffer[r]]}child(e,n,r){let{buffer:s}=this.context,i=s.findChild(this.index+4,s.buffer[this.index+3],e,n-this.context.start,r);return i<0?null:new t(this.context,this,i)}get firstChild(){return this.child(1,0,4)}get lastChild(){return this.child(-1,0,4)}childAfter(e){return this.child(1,e,2)}childBefore(e){return this.child(-1,e,-2)}prop(e){return this.type.prop(e)}enter(e,n,r=0){if(r&le.ExcludeBuffers)return null;let{buffer:s}=this.context,i=s.findChild(this.index+4,s.buffer[this.index+3],n>0?1:-1,e-this.context.start,n);return i<0?null:new t(this.context,this,i)}get parent(){return this._parent||this.context.parent.nextSignificantParent()}externalSibling(e){return this._parent?null:this.context.parent.nextChild(this.context.index+e,e,0,4)}get nextSibling(){let{buffer:e}=this.context,n=e.buffer[this.index+3];return n<(this._parent?e.buffer[this._parent.index+3]:e.buffer.length)?new t(this.context,this._parent,n):this.externalSibling(1)}get prevSibling(){let{buffer:e}=this.context,n=this._parent?this._parent.index+4:0;return this.index==n?this.externalSibling(-1):new t(this.context,this._parent,e.findChild(n,this.index,-1,0,4))}get tree(){return null}toTree(){let e=[],n=[],{buffer:r}=this.context,s=this.index+4,i=r.buffer[this.index+3];if(i>s){let o=r.buffer[this.index+1];e.push(r.slice(s,i,o)),n.push(0)}return new $e(this.type,e,n,this.to-this.from)}toString(){return this.context.buffer.childString(this.index)}};function Bm(t){if(!t.length)return null;let e=0,n=t[0];for(let i=1;i<t.length;i++){let o=t[i];(o.from>n.from||o.to<n.to)&&(n=o,e=i)}let r=n instanceof on&&n.index<0?null:n.parent,s=t.slice();return r?s[e]=r:s.splice(e,1),new wl(s,n)}l(Bm,"iterStack");var wl=class{static{l(this,"StackIterator")}constructor(e,n){this.heads=e,this.node=n}get next(){return Bm(this.heads)}};function ZO(t,e,n){let r=t.resolveInner(e,n),s=null;for(let i=r instanceof on?r:r.context.parent;i;i=i.parent)if(i.index<0){let o=i.parent;(s||(s=[r])).push(o.resolve(e,n)),i=o}else{let o=dt.get(i.tree);if(o&&o.overlay&&o.overlay[0].from<=e&&o.overlay[o.overlay.length-1].to>=e){let a=new on(o.tree,o.overlay[0].from+i.from,-1,i);(s||(s=[r])).push(jr(a,e,n,!1))}}return s?Bm(s):r}l(ZO,"stackIterator");var Fr=class{static{l(this,"TreeCursor")}get name(){return this.type.name}constructor(e,n=0){if(this.buffer=null,this.stack=[],this.index=0,this.bufferNode=null,this.mode=n&~le.EnterBracketed,e instanceof on)this.yieldNode(e);else{this._tree=e.context.parent,this.buffer=e.context;for(let r=e._parent;r;r=r._parent)this.stack.unshift(r.index);this.bufferNode=e,this.yieldBuf(e.index)}}yieldNode(e){return e?(this._tree=e,this.type=e.type,this.from=e.from,this.to=e.to,!0):!1}yieldBuf(e,n){this.index=e;let{start:r,buffer:s}=this.buffer;return this.type=n||s.set.types[s.buffer[e]],this.from=r+s.buffer[e+1],this.to=r+s.buffer[e+2],!0}yield(e){return e?e instanceof on?(this.buffer=null,this.yieldNode(e)):(this.buffer=e.context,this.yieldBuf(e.index,e.type)):!1}toString(){return this.buffer?this.buffer.buffer.childString(this.index):this._tree.toString()}enterChild(e,n,r){if(!this.buffer)return this.yield(this._tree.nextChild(e<0?this._tree._tree.children.length-1:0,e,n,r,this.mode));let{buffer:s}=this.buffer,i=s.findChild(this.index+4,s.buffer[this.index+3],e,n-this.buffer.start,r);return i<0?!1:(this.stack.push(this.index),this.yieldBuf(i))}firstChild(){return this.enterChild(1,0,4)}lastChild(){return this.enterChild(-1,0,4)}childAfter(e){return this.enterChild(1,e,2)}childBefore(e){return this.enterChild(-1,e,-2)}enter(e,n,r=this.mode){return this.buffer?r&le.ExcludeBuffers?!1:this.enterChild(1,e,n):this.yield(this._tree.enter(e,n,r))}parent(){if(!this.buffer)return this.yieldNode(this.mode&le.IncludeAnonymous?this._tree._parent:this._tree.parent);if(this.stack.length)return this.yieldBuf(this.stack.pop());let e=this.mode&le.IncludeAnonymous?this.buffer.parent:this.buffer.parent.nextSignificantParent();return this.buffer=null,this.yieldNode(e)}sibling(e){if(!this.buffer)return this._tree._parent?this.yield(this._tree.index<0?null:this._tree._parent.nextChild(this._tree.index+e,e,0,4,this.mode)):!1;let{buffer:n}=this.buffer,r=this.stack.length-1;if(e<0){let s=r<0?0:this.stack[r]+4;if(this.index!=s)return this.yieldBuf(n.findChild(s,this.index,-1,0,4))}else{let s=n.buffer[this.index+3];if(s<(r<0?n.buffer.length:n.buffer[this.stack[r]+3]))return this.yieldBuf(s)}return r<0?this.yield(this.buffer.parent.nextChild(this.buffer.index+e,e,0,4,this.mode)):!1}nextSibling(){return this.sibling(1)}prevSibling(){return this.sibling(-1)}atLastNode(e){let n,r,{buffer:s}=this;if(s){if(e>0){if(this.index<s.buffer.buffer.length)return!1}else for(let i=0;i<this.index;i++)if(s.buffer.buffer[i+3]<this.index)return!1;({index:n,parent:r}=s)}else({index:n,_parent:r}=this._tree);for(;r;{index:n,_parent:r}=r)if(n>-1)for(let i=n+e,o=e<0?-1:r._tree.children.length;i!=o;i+=e){let a=r._tree.children[i];if(this.mode&le.IncludeAnonymous||a instanceof Bn||!a.type.isAnonymous||bl(a))return!1}return!0}move(e,n){if(n&&this.enterChild(e,0,4))return!0;for(;;){if(this.sibling(e))return!0;if(this.atLastNode(e)||!this.parent())return!1}}next(e=!0){return this.move(1,e)}prev(e=!0){return this.move(-1,e)}moveTo(e,n=0){for(;(this.from==this.to||(n<1?this.from>=e:this.from>e)||(n>-1?this.to<=e:this.to<e))&&this.parent(););for(;this.enterChild(1,e,n););return this}get node(){if(!this.buffer)return this._tree;let e=this.bufferNode,n=null,r=0;if(e&&e.context==this.buffer)e:for(let s=this.index,i=this.stack.length;i>=0;){for(let o=e;o;o=o._parent)if(o.index==s){if(s==this.index)return o;n=o,r=i+1;break e}s=this.stack[--i]}for(let s=r;s<this.stack.length;s++)n=new Br(this.buffer,n,this.stack[s]);return this.bufferNode=new Br(this.buffer,n,this.index)}get tree(){return this.buffer?null:this._tree._tree}iterate(e,n){for(let r=0;;){let s=!1;if(this.type.isAnonymous||e(this)!==!1){if(this.firstChild()){r++;continue}this.type.isAnonymous||(s=!0)}for(;;){if(s&&n&&n(this),s=this.type.isAnonymous,!r)return;if(this.nextSibling())break;this.parent(),r--,s=!0}}}matchContext(e){if(!this.buffer)return gl(this.node.parent,e);let{buffer:n}=this.buffer,{types:r}=n.set;for(let s=e.length-1,i=this.stack.length-1;s>=0;i--){if(i<0)return gl(this._tree,e,s);let o=r[n.buffer[this.stack[i]]];if(!o.isAnonymous){if(e[s]&&e[s]!=o.name)return!1;s--}}return!0}};function bl(t){return t.children.some(e=>e instanceof Bn||!e.type.isAnonymous||bl(e))}l(bl,"hasChild");function HO(t){var e;let{buffer:n,nodeSet:r,maxBufferLength:s=1024,reused:i=[],minRepeatType:o=r.types.length}=t,a=Array.isArray(n)?new hl(n,n.length):n,c=r.types,u=0,m=0;function d(_,A,T,S,I,F){let{id:W,start:V,end:ne,size:se}=a,Se=m,pn=u;if(se<0)if(a.next(),se==-1){let mn=i[W];T.push(mn),S.push(V-_);return}else if(se==-3){u=W;return}else if(se==-4){m=W;return}else throw new RangeError(`Unrecognized record size: ${se}`);let Xt=c[W],Jr,et,kc=V-_;if(ne-V<=s&&(et=g(a.pos-A,I))){let mn=new Uint16Array(et.size-et.skip),Ee=a.pos-et.size,We=mn.length;for(;a.pos>Ee;)We=w(et.start,mn,We);Jr=new Bn(mn,ne-et.start,r),kc=et.start-_}else{let mn=a.pos-se;a.next();let Ee=[],We=[],Je=W>=o?W:-1,fn=0,gt=ne,Kt=Se;for(;a.pos>mn;)Je>=0&&a.id==Je&&a.size>=0?(a.end<=gt-s&&(y(Ee,We,V,fn,a.end,gt,Je,Kt,pn),fn=Ee.length,gt=a.end,Kt=m),a.next()):F>2500?p(V,mn,Ee,We):(Je>=0&&a.size==-1&&i[a.id].type==r.types[Je]&&(fn<Ee.length&&y(Ee,We,V,fn,a.end,gt,Je,Kt,pn),fn=Ee.length+1,gt=a.start,Kt=m),d(V,mn,Ee,We,Je,F+1));if(Je>=0&&fn>0&&fn<Ee.length&&y(Ee,We,V,fn,V,gt,Je,Kt,pn),Ee.reverse(),We.reverse(),Je>-1&&fn>0){let bc=h(Xt,pn);Jr=vl(Xt,Ee,We,0,Ee.length,0,ne-V,bc,bc)}else Jr=f(Xt,Ee,We,ne-V,Se-ne,pn)}T.push(Jr),S.push(kc)}l(d,"takeNode");function p(_,A,T,S){let I=[],F=0,W=-1;for(;a.pos>A;){let{id:V,start:ne,end:se,size:Se}=a;if(Se>4)a.next();else{if(W>-1&&ne<W)break;W<0&&(W=se-s),I.push(V,ne,se),F++,a.next()}}if(F){let V=new Uint16Array(F*4),ne=I[I.length-2];for(let se=I.length-3,Se=0;se>=0;se-=3)V[Se++]=I[se],V[Se++]=I[se+1]-ne,V[Se++]=I[se+2]-ne,V[Se++]=Se;T.push(new Bn(V,I[2]-ne,r)),S.push(ne-_)}}l(p,"takeFlatNode");function h(_,A){return(T,S,I)=>{let F=0,W=T.length-1,V,ne;if(W>=0&&(V=T[W])instanceof $e){if(!W&&V.type==_&&V.length==I)return V;(ne=V.prop(J.lookAhead))&&(F=S[W]+V.length+ne-I)}return f(_,T,S,I,F,A)}}l(h,"makeBalanced");function y(_,A,T,S,I,F,W,V,ne){let se=[],Se=[];for(;_.length>S;)se.push(_.pop()),Se.push(A.pop()+T-I);_.push(f(r.types[W],se,Se,F-I,V-F,ne)),A.push(I-T)}l(y,"makeRepeatLeaf");function f(_,A,T,S,I,F,W){if(F){let V=[J.contextHash,F];W=W?[V].concat(W):[V]}if(I>25){let V=[J.lookAhead,I];W=W?[V].concat(W):[V]}return new $e(_,A,T,S,W)}l(f,"makeTree");function g(_,A){let T=a.fork(),S=0,I=0,F=0,W=T.end-s,V={size:0,start:0,skip:0};e:for(let ne=T.pos-_;T.pos>ne;){let se=T.size;if(T.id==A&&se>=0){V.size=S,V.start=I,V.skip=F,F+=4,S+=4,T.next();continue}let Se=T.pos-se;if(se<0||Se<ne||T.start<W)break;let pn=T.id>=o?4:0,Xt=T.start;for(T.next();T.pos>Se;){if(T.size<0)if(T.size==-3||T.size==-4)pn+=4;else break e;else T.id>=o&&(pn+=4);T.next()}I=Xt,S+=se,F+=pn}return(A<0||S==_)&&(V.size=S,V.start=I,V.skip=F),V.size>4?V:void 0}l(g,"findBufferSize");function w(_,A,T){let{id:S,start:I,end:F,size:W}=a;if(a.next(),W>=0&&S<o){let V=T;if(W>4){let ne=a.pos-(W-4);for(;a.pos>ne;)T=w(_,A,T)}A[--T]=V,A[--T]=F-_,A[--T]=I-_,A[--T]=S}else W==-3?u=S:W==-4&&(m=S);return T}l(w,"copyToBuffer");let O=[],E=[];for(;a.pos>0;)d(t.start||0,t.bufferStart||0,O,E,-1,0);let q=(e=t.length)!==null&&e!==void 0?e:O.length?E[0]+O[0].length:0;return new $e(c[t.topID],O.reverse(),E.reverse(),q)}l(HO,"buildTree");var Wm=new WeakMap;function Ti(t,e){if(!t.isAnonymous||e instanceof Bn||e.type!=t)return 1;let n=Wm.get(e);if(n==null){n=1;for(let r of e.children){if(r.type!=t||!(r instanceof $e)){n=1;break}n+=Ti(t,r)}Wm.set(e,n)}return n}l(Ti,"nodeSize");function vl(t,e,n,r,s,i,o,a,c){let u=0;for(let y=r;y<s;y++)u+=Ti(t,e[y]);let m=Math.ceil(u*1.5/8),d=[],p=[];function h(y,f,g,w,O){for(let E=g;E<w;){let q=E,_=f[E],A=Ti(t,y[E]);for(E++;E<w;E++){let T=Ti(t,y[E]);if(A+T>=m)break;A+=T}if(E==q+1){if(A>m){let T=y[q];h(T.children,T.positions,0,T.children.length,f[q]+O);continue}d.push(y[q])}else{let T=f[E-1]+y[E-1].length-_;d.push(vl(t,y,f,q,E,_,T,null,c))}p.push(_+O-i)}}return l(h,"divide"),h(e,n,r,s,0),(a||c)(d,p,o)}l(vl,"balanceRange");var Ei=class{static{l(this,"Parser")}startParse(e,n,r){return typeof e=="string"&&(e=new kl(e)),r=r?r.length?r.map(s=>new Wr(s.from,s.to)):[new Wr(0,0)]:[new Wr(0,e.length)],this.createParse(e,n||[],r)}parse(e,n,r){let s=this.startParse(e,n,r);for(;;){let i=s.advance();if(i)return i}}},kl=class{static{l(this,"StringInput")}constructor(e){this.string=e}get length(){return this.string.length}chunk(e){return this.string.slice(e)}get lineChunks(){return!1}read(e,n){return this.string.slice(e,n)}};var gq=new J({perNode:!0});var Sl=class t{static{l(this,"Stack")}constructor(e,n,r,s,i,o,a,c,u,m=0,d){this.p=e,this.stack=n,this.state=r,this.reducePos=s,this.pos=i,this.score=o,this.buffer=a,this.bufferBase=c,this.curContext=u,this.lookAhead=m,this.parent=d}toString(){return`[${this.stack.filter((e,n)=>n%3==0).concat(this.state)}]@${this.pos}${this.score?"!"+this.score:""}`}static start(e,n,r=0){let s=e.parser.context;return new t(e,[],n,r,r,0,[],0,s?new Ri(s,s.start):null,0,null)}get context(){return this.curContext?this.curContext.context:null}pushState(e,n){this.stack.push(this.state,n,this.bufferBase+this.buffer.length),this.state=e}reduce(e){var n;let r=e>>19,s=e&65535,{parser:i}=this.p,o=this.reducePos<this.pos-25&&this.setLookAhead(this.pos),a=i.dynamicPrecedence(s);if(a&&(this.score+=a),r==0){s<i.minRepeatTerm&&this.reducePos<this.pos&&(this.reducePos=this.pos),this.pushState(i.getGoto(this.state,s,!0),this.reducePos),s<i.minRepeatTerm&&this.storeNode(s,this.reducePos,this.reducePos,o?8:4,!0),this.reduceContext(s,this.reducePos);return}let c=this.stack.length-(r-1)*3-(e&262144?6:0),u=c?this.stack[c-2]:this.p.ranges[0].from;s<i.minRepeatTerm&&u==this.reducePos&&this.reducePos<this.pos&&(this.reducePos=this.pos);let m=this.reducePos-u;m>=2e3&&!(!((n=this.p.parser.nodeSet.types[s])===null||n===void 0)&&n.isAnonymous)&&(u==this.p.lastBigReductionStart?(this.p.bigReductionCount++,this.p.lastBigReductionSize=m):this.p.lastBigReductionSize<m&&(this.p.bigReductionCount=1,this.p.lastBigReductionStart=u,this.p.lastBigReductionSize=m));let d=c?this.stack[c-1]:0,p=this.bufferBase+this.buffer.length-d;if(s<i.minRepeatTerm||e&131072){let h=i.stateFlag(this.state,1)?this.pos:this.reducePos;this.storeNode(s,u,h,p+4,!0)}if(e&262144)this.state=this.stack[c];else{let h=this.stack[c-3];this.state=i.getGoto(h,s,!0)}for(;this.stack.length>c;)this.stack.pop();this.reduceContext(s,u)}storeNode(e,n,r,s=4,i=!1){if(e==0&&(!this.stack.length||this.stack[this.stack.length-1]<this.buffer.length+this.bufferBase)){let o=this.buffer.length;if(o>0&&this.buffer[o-4]==0&&this.buffer[o-1]>-1){if(n==r)return;if(this.buffer[o-2]>=n){this.buffer[o-2]=r;return}}}if(!i||this.pos==r)this.buffer.push(e,n,r,s);else{let o=this.buffer.length;if(o>0&&(this.buffer[o-4]!=0||this.buffer[o-1]<0)){let a=!1;for(let c=o;c>0&&this.buffer[c-2]>r;c-=4)if(this.buffer[c-1]>=0){a=!0;break}if(a)for(;o>0&&this.buffer[o-2]>r;)this.buffer[o]=this.buffer[o-4],this.buffer[o+1]=this.buffer[o-3],this.buffer[o+2]=this.buffer[o-2],this.buffer[o+3]=this.buffer[o-1],o-=4,s>4&&(s-=4)}this.buffer[o]=e,this.buffer[o+1]=n,this.buffer[o+2]=r,this.buffer[o+3]=s}}shift(e,n,r,s){if(e&131072)this.pushState(e&65535,this.pos);else if((e&262144)==0){let i=e,{parser:o}=this.p;this.pos=s;let a=o.stateFlag(i,1);!a&&(s>r||n<=o.maxNode)&&(this.reducePos=s),this.pushState(i,a?r:Math.min(r,this.reducePos)),this.shiftContext(n,r),n<=o.maxNode&&this.buffer.push(n,r,s,4)}else this.pos=s,this.shiftContext(n,r),n<=this.p.parser.maxNode&&this.buffer.push(n,r,s,4)}apply(e,n,r,s){e&65536?this.reduce(e):this.shift(e,n,r,s)}useNode(e,n,r){let s=this.p.reused.length-1;(s<0||this.p.reused[s]!=e)&&(this.p.reused.push(e),s++);let i=this.reducePos=this.pos=r+e.length;this.pushState(n,r),this.buffer.push(s,r,i,-1),this.curContext&&this.updateContext(this.curContext.tracker.reuse(this.curContext.context,e,this,this.p.stream.reset(this.pos-e.length)))}split(){let e=this,n=e.buffer.length;for(n&&e.buffer[n-4]==0&&(n-=4);n>0&&e.buffer[n-2]>e.reducePos;)n-=4;let r=e.buffer.slice(n),s=e.bufferBase+n;for(;e&&s==e.bufferBase;)e=e.parent;return new t(this.p,this.stack.slice(),this.state,this.reducePos,this.pos,this.score,r,s,this.curContext,this.lookAhead,e)}recoverByDelete(e,n){let r=e<=this.p.parser.maxNode;r&&this.storeNode(e,this.pos,n,4),this.storeNode(0,this.pos,n,r?8:4),this.pos=this.reducePos=n,this.score-=190}canShift(e){for(let n=new Tl(this);;){let r=this.p.parser.stateSlot(n.state,4)||this.p.parser.hasAction(n.state,e);if(r==0)return!1;if((r&65536)==0)return!0;n.reduce(r)}}recoverByInsert(e){if(this.stack.length>=300)return[];let n=this.p.parser.nextStates(this.state);if(n.length>8||this.stack.length>=120){let s=[];for(let i=0,o;i<n.length;i+=2)(o=n[i+1])!=this.state&&this.p.parser.hasAction(o,e)&&s.push(n[i],o);if(this.stack.length<120)for(let i=0;s.length<8&&i<n.length;i+=2){let o=n[i+1];s.some((a,c)=>c&1&&a==o)||s.push(n[i],o)}n=s}let r=[];for(let s=0;s<n.length&&r.length<4;s+=2){let i=n[s+1];if(i==this.state)continue;let o=this.split();o.pushState(i,this.pos),o.storeNode(0,o.pos,o.pos,4,!0),o.shiftContext(n[s],this.pos),o.reducePos=this.pos,o.score-=200,r.push(o)}return r}forceReduce(){let{parser:e}=this.p,n=e.stateSlot(this.state,5);if((n&65536)==0)return!1;if(!e.validAction(this.state,n)){let r=n>>19,s=n&65535,i=this.stack.length-r*3;if(i<0||e.getGoto(this.stack[i],s,!1)<0){let o=this.findForcedReduction();if(o==null)return!1;n=o}this.storeNode(0,this.pos,this.pos,4,!0),this.score-=100}return this.reducePos=this.pos,this.reduce(n),!0}findForcedReduction(){let{parser:e}=this.p,n=[],r=l((s,i)=>{if(!n.includes(s))return n.push(s),e.allActions(s,o=>{if(!(o&393216))if(o&65536){let a=(o>>19)-i;if(a>1){let c=o&65535,u=this.stack.length-a*3;if(u>=0&&e.getGoto(this.stack[u],c,!1)>=0)return a<<19|65536|c}}else{let a=r(o,i+1);if(a!=null)return a}})},"explore");return r(this.state,0)}forceAll(){for(;!this.p.parser.stateFlag(this.state,2);)if(!this.forceReduce()){this.storeNode(0,this.pos,this.pos,4,!0);break}return this}get deadEnd(){if(this.stack.length!=3)return!1;let{parser:e}=this.p;return e.data[e.stateSlot(this.state,1)]==65535&&!e.stateSlot(this.state,4)}restart(){this.storeNode(0,this.pos,this.pos,4,!0),this.state=this.stack[0],this.stack.length=0}sameState(e){if(this.state!=e.state||this.stack.length!=e.stack.length)return!1;for(let n=0;n<this.stack.length;n+=3)if(this.stack[n]!=e.stack[n])return!1;return!0}get parser(){return this.p.parser}dialectEnabled(e){return this.p.parser.dialect.flags[e]}shiftContext(e,n){this.curContext&&this.updateContext(this.curContext.tracker.shift(this.curContext.context,e,this,this.p.stream.reset(n)))}reduceContext(e,n){this.curContext&&this.updateContext(this.curContext.tracker.reduce(this.curContext.context,e,this,this.p.stream.reset(n)))}emitContext(){let e=this.buffer.length-1;(e<0||this.buffer[e]!=-3)&&this.storeNode(this.curContext.hash,this.reducePos,this.reducePos,-3,!0)}emitLookAhead(){let e=this.buffer.length-1;(e<0||this.buffer[e]!=-4)&&this.buffer.push(this.lookAhead,this.pos,this.pos,-4)}updateContext(e){if(e!=this.curContext.context){let n=new Ri(this.curContext.tracker,e);n.hash!=this.curContext.hash&&this.emitContext(),this.curContext=n}}setLookAhead(e){return e<=this.lookAhead?!1:(this.emitLookAhead(),this.lookAhead=e,!0)}close(){this.curContext&&this.curContext.tracker.strict&&this.emitContext(),this.lookAhead>0&&this.emitLookAhead()}},Ri=class{static{l(this,"StackContext")}constructor(e,n){this.tracker=e,this.context=n,this.hash=e.strict?e.hash(n):0}},Tl=class{static{l(this,"SimulatedStack")}constructor(e){this.start=e,this.state=e.state,this.stack=e.stack,this.base=this.stack.length}reduce(e){let n=e&65535,r=e>>19;r==0?(this.stack==this.start.stack&&(this.stack=this.stack.slice()),this.stack.push(this.state,0,0),this.base+=3):this.base-=(r-1)*3;let s=this.start.p.parser.getGoto(this.stack[this.base-3],n,!0);this.state=s}},_l=class t{static{l(this,"StackBufferCursor")}constructor(e,n,r){this.stack=e,this.pos=n,this.index=r,this.buffer=e.buffer,this.index==0&&this.maybeNext()}static create(e,n=e.bufferBase+e.buffer.length){return new t(e,n,n-e.bufferBase)}maybeNext(){let e=this.stack.parent;e!=null&&(this.index=this.stack.bufferBase-e.bufferBase,this.stack=e,this.buffer=e.buffer)}get id(){return this.buffer[this.index-4]}get start(){return this.buffer[this.index-3]}get end(){return this.buffer[this.index-2]}get size(){return this.buffer[this.index-1]}next(){this.index-=4,this.pos-=4,this.index==0&&this.maybeNext()}fork(){return new t(this.stack,this.pos,this.index)}};function Gr(t,e=Uint16Array){if(typeof t!="string")return t;let n=null;for(let r=0,s=0;r<t.length;){let i=0;for(;;){let o=t.charCodeAt(r++),a=!1;if(o==126){i=65535;break}o>=92&&o--,o>=34&&o--;let c=o-32;if(c>=46&&(c-=46,a=!0),i+=c,a)break;i*=46}n?n[s++]=i:n=new e(i)}return n}l(Gr,"decodeArray");var zt=class{static{l(this,"CachedToken")}constructor(){this.start=-1,this.value=-1,this.end=-1,this.extended=-1,this.lookAhead=0,this.mask=0,this.context=0}},Fm=new zt,Pl=class{static{l(this,"InputStream")}constructor(e,n){this.input=e,this.ranges=n,this.chunk="",this.chunkOff=0,this.chunk2="",this.chunk2Pos=0,this.next=-1,this.token=Fm,this.rangeIndex=0,this.pos=this.chunkPos=n[0].from,this.range=n[0],this.end=n[n.length-1].to,this.readNext()}resolveOffset(e,n){let r=this.range,s=this.rangeIndex,i=this.pos+e;for(;i<r.from;){if(!s)return null;let o=this.ranges[--s];i-=r.from-o.to,r=o}for(;n<0?i>r.to:i>=r.to;){if(s==this.ranges.length-1)return null;let o=this.ranges[++s];i+=o.from-r.to,r=o}return i}clipPos(e){if(e>=this.range.from&&e<this.range.to)return e;for(let n of this.ranges)if(n.to>e)return Math.max(e,n.from);return this.end}peek(e){let n=this.chunkOff+e,r,s;if(n>=0&&n<this.chunk.length)r=this.pos+e,s=this.chunk.charCodeAt(n);else{let i=this.resolveOffset(e,1);if(i==null)return-1;if(r=i,r>=this.chunk2Pos&&r<this.chunk2Pos+this.chunk2.length)s=this.chunk2.charCodeAt(r-this.chunk2Pos);else{let o=this.rangeIndex,a=this.range;for(;a.to<=r;)a=this.ranges[++o];this.chunk2=this.input.chunk(this.chunk2Pos=r),r+this.chunk2.length>a.to&&(this.chunk2=this.chunk2.slice(0,a.to-r)),s=this.chunk2.charCodeAt(0)}}return r>=this.token.lookAhead&&(this.token.lookAhead=r+1),s}acceptToken(e,n=0){let r=n?this.resolveOffset(n,-1):this.pos;if(r==null||r<this.token.start)throw new RangeError("Token end out of bounds");this.token.value=e,this.token.end=r}acceptTokenTo(e,n){this.token.value=e,this.token.end=n}getChunk(){if(this.pos>=this.chunk2Pos&&this.pos<this.chunk2Pos+this.chunk2.length){let{chunk:e,chunkPos:n}=this;this.chunk=this.chunk2,this.chunkPos=this.chunk2Pos,this.chunk2=e,this.chunk2Pos=n,this.chunkOff=this.pos-this.chunkPos}else{this.chunk2=this.chunk,this.chunk2Pos=this.chunkPos;let e=this.input.chunk(this.pos),n=this.pos+e.length;this.chunk=n>this.range.to?e.slice(0,this.range.to-this.pos):e,this.chunkPos=this.pos,this.chunkOff=0}}readNext(){return this.chunkOff>=this.chunk.length&&(this.getChunk(),this.chunkOff==this.chunk.length)?this.next=-1:this.next=this.chunk.charCodeAt(this.chunkOff)}advance(e=1){for(this.chunkOff+=e;this.pos+e>=this.range.to;){if(this.rangeIndex==this.ranges.length-1)return this.setDone();e-=this.range.to-this.pos,this.range=this.ranges[++this.rangeIndex],this.pos=this.range.from}return this.pos+=e,this.pos>=this.token.lookAhead&&(this.token.lookAhead=this.pos+1),this.readNext()}setDone(){return this.pos=this.chunkPos=this.end,this.range=this.ranges[this.rangeIndex=this.ranges.length-1],this.chunk="",this.next=-1}reset(e,n){if(n?(this.token=n,n.start=e,n.lookAhead=e+1,n.value=n.extended=-1):this.token=Fm,this.pos!=e){if(this.pos=e,e==this.end)return this.setDone(),this;for(;e<this.range.from;)this.range=this.ranges[--this.rangeIndex];for(;e>=this.range.to;)this.range=this.ranges[++this.rangeIndex];e>=this.chunkPos&&e<this.chunkPos+this.chunk.length?this.chunkOff=e-this.chunkPos:(this.chunk="",this.chunkOff=0),this.readNext()}return this}read(e,n){if(e>=this.chunkPos&&n<=this.chunkPos+this.chunk.length)return this.chunk.slice(e-this.chunkPos,n-this.chunkPos);if(e>=this.chunk2Pos&&n<=this.chunk2Pos+this.chunk2.length)return this.chunk2.slice(e-this.chunk2Pos,n-this.chunk2Pos);if(e>=this.range.from&&n<=this.range.to)return this.input.read(e,n);let r="";for(let s of this.ranges){if(s.from>=n)break;s.to>e&&(r+=this.input.read(Math.max(s.from,e),Math.min(s.to,n)))}return r}},Fn=class{static{l(this,"TokenGroup")}constructor(e,n){this.data=e,this.id=n}token(e,n){let{parser:r}=n.p;Zm(this.data,e,n,this.id,r.data,r.tokenPrecTable)}};Fn.prototype.contextual=Fn.prototype.fallback=Fn.prototype.extend=!1;var El=class{static{l(this,"LocalTokenGroup")}constructor(e,n,r){this.precTable=n,this.elseToken=r,this.data=typeof e=="string"?Gr(e):e}token(e,n){let r=e.pos,s=0;for(;;){let i=e.next<0,o=e.resolveOffset(1,1);if(Zm(this.data,e,n,0,this.data,this.precTable),e.token.value>-1)break;if(this.elseToken==null)return;if(i||s++,o==null)break;e.reset(o,e.token)}s&&(e.reset(r,e.token),e.acceptToken(this.elseToken,s))}};El.prototype.contextual=Fn.prototype.fallback=Fn.prototype.extend=!1;var pt=class{static{l(this,"ExternalTokenizer")}constructor(e,n={}){this.token=e,this.contextual=!!n.contextual,this.fallback=!!n.fallback,this.extend=!!n.extend}};function Zm(t,e,n,r,s,i){let o=0,a=1<<r,{dialect:c}=n.p.parser;e:for(;(a&t[o])!=0;){let u=t[o+1];for(let h=o+3;h<u;h+=2)if((t[h+1]&a)>0){let y=t[h];if(c.allows(y)&&(e.token.value==-1||e.token.value==y||e0(y,e.token.value,s,i))){e.acceptToken(y);break}}let m=e.next,d=0,p=t[o+2];if(e.next<0&&p>d&&t[u+p*3-3]==65535){o=t[u+p*3-1];continue e}for(;d<p;){let h=d+p>>1,y=u+h+(h<<1),f=t[y],g=t[y+1]||65536;if(m<f)p=h;else if(m>=g)d=h+1;else{o=t[y+2],e.advance();continue e}}break}}l(Zm,"readToken");function Gm(t,e,n){for(let r=e,s;(s=t[r])!=65535;r++)if(s==n)return r-e;return-1}l(Gm,"findOffset");function e0(t,e,n,r){let s=Gm(n,r,e);return s<0||Gm(n,r,t)<s}l(e0,"overrides");var Le=typeof process<"u"&&process.env&&/\bparse\b/.test(process.env.LOG),Ol=null;function Ym(t,e,n){let r=t.cursor(le.IncludeAnonymous);for(r.moveTo(e);;)if(!(n<0?r.childBefore(e):r.childAfter(e)))for(;;){if((n<0?r.to<e:r.from>e)&&!r.type.isError)return n<0?Math.max(0,Math.min(r.to-1,e-25)):Math.min(t.length,Math.max(r.from+1,e+25));if(n<0?r.prevSibling():r.nextSibling())break;if(!r.parent())return n<0?0:t.length}}l(Ym,"cutAt");var Rl=class{static{l(this,"FragmentCursor")}constructor(e,n){this.fragments=e,this.minRepeat=n,this.i=0,this.fragment=null,this.safeFrom=-1,this.safeTo=-1,this.trees=[],this.start=[],this.index=[],this.lastRepeat=null,this.lastRepeatPos=-1,this.nextFragment()}nextFragment(){let e=this.fragment=this.i==this.fragments.length?null:this.fragments[this.i++];if(e){for(this.safeFrom=e.openStart?Ym(e.tree,e.from+e.offset,1)-e.offset:e.from,this.safeTo=e.openEnd?Ym(e.tree,e.to+e.offset,-1)-e.offset:e.to;this.trees.length;)this.trees.pop(),this.start.pop(),this.index.pop();this.trees.push(e.tree),this.start.push(-e.offset),this.index.push(0),this.nextStart=this.safeFrom}else this.nextStart=1e9}nodeAt(e){if(e<this.nextStart)return null;for(;this.fragment&&this.safeTo<=e;)this.nextFragment();if(!this.fragment)return null;for(;;){let n=this.trees.length-1;if(n<0)return this.nextFragment(),null;if(e<this.safeFrom)return null;let r=this.trees[n],s=this.index[n];if(s==r.children.length){this.trees.pop(),this.start.pop(),this.index.pop();continue}let i=r.children[s],o=this.start[n]+r.positions[s];if(o>e)return this.nextStart=o,null;if(i instanceof $e){let a=o>this.lastRepeatPos&&i.type.id>=this.minRepeat;if(o==e||a){let c=o+i.length,u;if(o>=this.safeFrom&&c<=this.safeTo&&(!(u=i.prop(J.lookAhead))||c+u<this.fragment.to)&&(a&&(this.lastRepeat=i,this.lastRepeatPos=o),o==e))return i}this.index[n]++,o+i.length>=Math.max(this.safeFrom,e)&&(this.trees.push(i),this.start.push(o),this.index.push(0))}else this.index[n]++,this.nextStart=o+i.length}}},Cl=class{static{l(this,"TokenCache")}constructor(e,n){this.stream=n,this.tokens=[],this.mainToken=null,this.actions=[],this.tokens=e.tokenizers.map(r=>new zt)}getActions(e){let n=0,r=null,{parser:s}=e.p,{tokenizers:i}=s,o=s.stateSlot(e.state,3),a=e.curContext?e.curContext.hash:0,c=0;for(let u=0;u<i.length;u++){if((1<<u&o)==0)continue;let m=i[u],d=this.tokens[u];if(!(r&&!m.fallback)&&((m.contextual||d.start!=e.pos||d.mask!=o||d.context!=a)&&(this.updateCachedToken(d,m,e),d.mask=o,d.context=a),d.lookAhead>d.end+25&&(c=Math.max(d.lookAhead,c)),d.value!=0)){let p=n;if(d.extended>-1&&(n=this.addActions(e,d.extended,d.end,n)),n=this.addActions(e,d.value,d.end,n),!m.extend&&(r=d,n>p))break}}for(;this.actions.length>n;)this.actions.pop();return c&&e.setLookAhead(c),!r&&e.pos==this.stream.end&&(r=new zt,r.value=e.p.parser.eofTerm,r.start=r.end=e.pos,n=this.addActions(e,r.value,r.end,n)),this.mainToken=r,this.actions}getMainToken(e){if(this.mainToken)return this.mainToken;let n=new zt,{pos:r,p:s}=e;return n.start=r,n.end=Math.min(r+1,s.stream.end),n.value=r==s.stream.end?s.parser.eofTerm:0,n}updateCachedToken(e,n,r){let s=this.stream.clipPos(r.pos);if(n.token(this.stream.reset(s,e),r),e.value>-1){let{parser:i}=r.p;for(let o=0;o<i.specialized.length;o++)if(i.specialized[o]==e.value){let a=i.specializers[o](this.stream.read(e.start,e.end),r);if(a>=0&&r.p.parser.dialect.allows(a>>1)){(a&1)==0?e.value=a>>1:e.extended=a>>1;break}}}else e.value=0,e.end=this.stream.clipPos(s+1)}putAction(e,n,r,s){for(let i=0;i<s;i+=3)if(this.actions[i]==e)return s;return this.actions[s++]=e,this.actions[s++]=n,this.actions[s++]=r,s}addActions(e,n,r,s){let{state:i}=e,{parser:o}=e.p,{data:a}=o;for(let c=0;c<2;c++)for(let u=o.stateSlot(i,c?2:1);;u+=3){if(a[u]==65535)if(a[u+1]==1)u=vn(a,u+2);else{s==0&&a[u+1]==2&&(s=this.putAction(vn(a,u+2),n,r,s));break}a[u]==n&&(s=this.putAction(vn(a,u+1),n,r,s))}return s}},ql=class{static{l(this,"Parse")}constructor(e,n,r,s){this.parser=e,this.input=n,this.ranges=s,this.recovering=0,this.nextStackID=9812,this.minStackPos=0,this.reused=[],this.stoppedAt=null,this.lastBigReductionStart=-1,this.lastBigReductionSize=0,this.bigReductionCount=0,this.stream=new Pl(n,s),this.tokens=new Cl(e,this.stream),this.topTerm=e.top[1];let{from:i}=s[0];this.stacks=[Sl.start(this,e.top[0],i)],this.fragments=r.length&&this.stream.end-i>e.bufferLength*4?new Rl(r,e.minRepeatTerm):null}get parsedPos(){return this.minStackPos}advance(){let e=this.stacks,n=this.minStackPos,r=this.stacks=[],s,i;if(this.bigReductionCount>300&&e.length==1){let[o]=e;for(;o.forceReduce()&&o.stack.length&&o.stack[o.stack.length-2]>=this.lastBigReductionStart;);this.bigReductionCount=this.lastBigReductionSize=0}for(let o=0;o<e.length;o++){let a=e[o];for(;;){if(this.tokens.mainToken=null,a.pos>n)r.push(a);else{if(this.advanceStack(a,r,e))continue;{s||(s=[],i=[]),s.push(a);let c=this.tokens.getMainToken(a);i.push(c.value,c.end)}}break}}if(!r.length){let o=s&&n0(s);if(o)return Le&&console.log("Finish with "+this.stackID(o)),this.stackToTree(o);if(this.parser.strict)throw Le&&s&&console.log("Stuck with token "+(this.tokens.mainToken?this.parser.getName(this.tokens.mainToken.value):"none")),new SyntaxError("No parse at "+n);this.recovering||(this.recovering=5)}if(this.recovering&&s){let o=this.stoppedAt!=null&&s[0].pos>this.stoppedAt?s[0]:this.runRecovery(s,i,r);if(o)return Le&&console.log("Force-finish "+this.stackID(o)),this.stackToTree(o.forceAll())}if(this.recovering){let o=this.recovering==1?1:this.recovering*3;if(r.length>o)for(r.sort((a,c)=>c.score-a.score);r.length>o;)r.pop();r.some(a=>a.reducePos>n)&&this.recovering--}else if(r.length>1){e:for(let o=0;o<r.length-1;o++){let a=r[o];for(let c=o+1;c<r.length;c++){let u=r[c];if(a.sameState(u)||a.buffer.length>500&&u.buffer.length>500)if((a.score-u.score||a.buffer.length-u.buffer.length)>0)r.splice(c--,1);else{r.splice(o--,1);continue e}}}r.length>12&&(r.sort((o,a)=>a.score-o.score),r.splice(12,r.length-12))}this.minStackPos=r[0].pos;for(let o=1;o<r.length;o++)r[o].pos<this.minStackPos&&(this.minStackPos=r[o].pos);return null}stopAt(e){if(this.stoppedAt!=null&&this.stoppedAt<e)throw new RangeError("Can't move stoppedAt forward");this.stoppedAt=e}tryReuse(e,n,r,s){if(!r)return null;let i=e.curContext&&e.curContext.tracker.strict,o=i?e.curContext.hash:0;for(;r;){let a=this.parser.nodeSet.types[r.type.id]!=r.type?-1:this.parser.getGoto(e.state,r.type.id);if(a>-1&&r.length&&(!i||(r.prop(J.contextHash)||0)==o))return e.useNode(r,a,n),r;if(r.children.length==0||r.positions[0]>0)break;let c=r.children[0];if(c instanceof $e&&(!s||c.type.id>=this.parser.minRepeatTerm))r=c;else break}return null}advanceStack(e,n,r){let s=e.pos,{parser:i}=this,o=Le?this.stackID(e)+" -> ":"";if(this.stoppedAt!=null&&s>this.stoppedAt)return e.forceReduce()?e:null;if(this.fragments){let u=e.reducePos<s&&e.buffer.length&&e.buffer[e.buffer.length-2]<=e.reducePos&&this.fragments.lastRepeatPos==e.reducePos&&this.tryReuse(e,e.reducePos,this.fragments.lastRepeat,!0)||this.tryReuse(e,s,this.fragments.nodeAt(s),!1);if(u)return Le&&console.log(o+this.stackID(e)+` (via reuse of ${i.getName(u.type.id)})`),!0}let a=i.stateSlot(e.state,4);if(a>0)return e.reduce(a),Le&&console.log(o+this.stackID(e)+` (via always-reduce ${i.getName(a&65535)})`),!0;if(e.stack.length>=8400)for(;e.stack.length>6e3&&e.forceReduce(););let c=this.tokens.getActions(e);for(let u=0;u<c.length;){let m=c[u++],d=c[u++],p=c[u++],h=u==c.length||!r,y=h?e:e.split(),f=this.tokens.mainToken;if(y.apply(m,d,f?f.start:y.pos,p),Le&&console.log(o+this.stackID(y)+` (via ${(m&65536)==0?"shift":`reduce of ${i.getName(m&65535)}`} for ${i.getName(d)} @ ${s}${y==e?"":", split"})`),h)return!0;y.pos>s?n.push(y):r.push(y)}return!1}advanceFully(e,n){let r=e.pos;for(;;){if(!this.advanceStack(e,null,null))return!1;if(e.pos>r)return Xm(e,n),!0}}runRecovery(e,n,r){let s=null,i=!1;for(let o=0;o<e.length;o++){let a=e[o],c=n[o<<1],u=n[(o<<1)+1],m=Le?this.stackID(a)+" -> ":"";if(a.deadEnd&&(i||(i=!0,a.restart(),Le&&console.log(m+this.stackID(a)+" (restarted)"),this.advanceFully(a,r))))continue;let d=a.split(),p=m;for(let h=0;h<10&&d.forceReduce()&&(Le&&console.log(p+this.stackID(d)+" (via force-reduce)"),!this.advanceFully(d,r));h++)Le&&(p=this.stackID(d)+" -> ");for(let h of a.recoverByInsert(c))Le&&console.log(m+this.stackID(h)+" (via recover-insert)"),this.advanceFully(h,r);this.stream.end>a.pos?(u==a.pos&&(u++,c=0),a.recoverByDelete(c,u),Le&&console.log(m+this.stackID(a)+` (via recover-delete ${this.parser.getName(c)})`),Xm(a,r)):(!s||s.score<d.score)&&(s=d)}return s}stackToTree(e){return e.close(),$e.build({buffer:_l.create(e),nodeSet:this.parser.nodeSet,topID:this.topTerm,maxBufferLength:this.parser.bufferLength,reused:this.reused,start:this.ranges[0].from,length:e.pos-this.ranges[0].from,minRepeatType:this.parser.minRepeatTerm})}stackID(e){let n=(Ol||(Ol=new WeakMap)).get(e);return n||Ol.set(e,n=String.fromCodePoint(this.nextStackID++)),n+e}};function Xm(t,e){for(let n=0;n<e.length;n++){let r=e[n];if(r.pos==t.pos&&r.sameState(t)){e[n].score<t.score&&(e[n]=t);return}}e.push(t)}l(Xm,"pushStackDedup");var Nl=class{static{l(this,"Dialect")}constructor(e,n,r){this.source=e,this.flags=n,this.disabled=r}allows(e){return!this.disabled||this.disabled[e]==0}},xl=l(t=>t,"id"),Ci=class{static{l(this,"ContextTracker")}constructor(e){this.start=e.start,this.shift=e.shift||xl,this.reduce=e.reduce||xl,this.reuse=e.reuse||xl,this.hash=e.hash||(()=>0),this.strict=e.strict!==!1}},qi=class t extends Ei{static{l(this,"LRParser")}constructor(e){if(super(),this.wrappers=[],e.version!=14)throw new RangeError(`Parser version (${e.version}) doesn't match runtime version (14)`);let n=e.nodeNames.split(" ");this.minRepeatTerm=n.length;for(let a=0;a<e.repeatNodeCount;a++)n.push("");let r=Object.keys(e.topRules).map(a=>e.topRules[a][1]),s=[];for(let a=0;a<n.length;a++)s.push([]);function i(a,c,u){s[a].push([c,c.deserialize(String(u))])}if(l(i,"setProp"),e.nodeProps)for(let a of e.nodeProps){let c=a[0];typeof c=="string"&&(c=J[c]);for(let u=1;u<a.length;){let m=a[u++];if(m>=0)i(m,c,a[u++]);else{let d=a[u+-m];for(let p=-m;p>0;p--)i(a[u++],c,d);u++}}}this.nodeSet=new _i(n.map((a,c)=>Ue.define({name:c>=this.minRepeatTerm?void 0:a,id:c,props:s[c],top:r.indexOf(c)>-1,error:c==0,skipped:e.skippedNodes&&e.skippedNodes.indexOf(c)>-1}))),e.propSources&&(this.nodeSet=this.nodeSet.extend(...e.propSources)),this.strict=!1,this.bufferLength=1024;let o=Gr(e.tokenData);this.context=e.context,this.specializerSpecs=e.specialized||[],this.specialized=new Uint16Array(this.specializerSpecs.length);for(let a=0;a<this.specializerSpecs.length;a++)this.specialized[a]=this.specializerSpecs[a].term;this.specializers=this.specializerSpecs.map(Km),this.states=Gr(e.states,Uint32Array),this.data=Gr(e.stateData),this.goto=Gr(e.goto),this.maxTerm=e.maxTerm,this.tokenizers=e.tokenizers.map(a=>typeof a=="number"?new Fn(o,a):a),this.topRules=e.topRules,this.dialects=e.dialects||{},this.dynamicPrecedences=e.dynamicPrecedences||null,this.tokenPrecTable=e.tokenPrec,this.termNames=e.termNames||null,this.maxNode=this.nodeSet.types.length-1,this.dialect=this.parseDialect(),this.top=this.topRules[Object.keys(this.topRules)[0]]}createParse(e,n,r){let s=new ql(this,e,n,r);for(let i of this.wrappers)s=i(s,e,n,r);return s}getGoto(e,n,r=!1){let s=this.goto;if(n>=s[0])return-1;for(let i=s[n+1];;){let o=s[i++],a=o&1,c=s[i++];if(a&&r)return c;for(let u=i+(o>>1);i<u;i++)if(s[i]==e)return c;if(a)return-1}}hasAction(e,n){let r=this.data;for(let s=0;s<2;s++)for(let i=this.stateSlot(e,s?2:1),o;;i+=3){if((o=r[i])==65535)if(r[i+1]==1)o=r[i=vn(r,i+2)];else{if(r[i+1]==2)return vn(r,i+2);break}if(o==n||o==0)return vn(r,i+1)}return 0}stateSlot(e,n){return this.states[e*6+n]}stateFlag(e,n){return(this.stateSlot(e,0)&n)>0}validAction(e,n){return!!this.allActions(e,r=>r==n?!0:null)}allActions(e,n){let r=this.stateSlot(e,4),s=r?n(r):void 0;for(let i=this.stateSlot(e,1);s==null;i+=3){if(this.data[i]==65535)if(this.data[i+1]==1)i=vn(this.data,i+2);else break;s=n(vn(this.data,i+1))}return s}nextStates(e){let n=[];for(let r=this.stateSlot(e,1);;r+=3){if(this.data[r]==65535)if(this.data[r+1]==1)r=vn(this.data,r+2);else break;if((this.data[r+2]&1)==0){let s=this.data[r+1];n.some((i,o)=>o&1&&i==s)||n.push(this.data[r],s)}}return n}configure(e){let n=Object.assign(Object.create(t.prototype),this);if(e.props&&(n.nodeSet=this.nodeSet.extend(...e.props)),e.top){let r=this.topRules[e.top];if(!r)throw new RangeError(`Invalid top rule name ${e.top}`);n.top=r}return e.tokenizers&&(n.tokenizers=this.tokenizers.map(r=>{let s=e.tokenizers.find(i=>i.from==r);return s?s.to:r})),e.specializers&&(n.specializers=this.specializers.slice(),n.specializerSpecs=this.specializerSpecs.map((r,s)=>{let i=e.specializers.find(a=>a.from==r.external);if(!i)return r;let o=Object.assign(Object.assign({},r),{external:i.to});return n.specializers[s]=Km(o),o})),e.contextTracker&&(n.context=e.contextTracker),e.dialect&&(n.dialect=this.parseDialect(e.dialect)),e.strict!=null&&(n.strict=e.strict),e.wrap&&(n.wrappers=n.wrappers.concat(e.wrap)),e.bufferLength!=null&&(n.bufferLength=e.bufferLength),n}hasWrappers(){return this.wrappers.length>0}getName(e){return this.termNames?this.termNames[e]:String(e<=this.maxNode&&this.nodeSet.types[e].name||e)}get eofTerm(){return this.maxNode+1}get topNode(){return this.nodeSet.types[this.top[1]]}dynamicPrecedence(e){let n=this.dynamicPrecedences;return n==null?0:n[e]||0}parseDialect(e){let n=Object.keys(this.dialects),r=n.map(()=>!1);if(e)for(let i of e.split(" ")){let o=n.indexOf(i);o>=0&&(r[o]=!0)}let s=null;for(let i=0;i<n.length;i++)if(!r[i])for(let o=this.dialects[n[i]],a;(a=this.data[o++])!=65535;)(s||(s=new Uint8Array(this.maxTerm+1)))[a]=1;return new Nl(e,r,s)}static deserialize(e){return new t(e)}};function vn(t,e){return t[e]|t[e+1]<<16}l(vn,"pair");function n0(t){let e=null;for(let n of t){let r=n.p.stoppedAt;(n.pos==n.p.stream.end||r!=null&&n.pos>r)&&n.p.parser.stateFlag(n.state,2)&&(!e||e.score<n.score)&&(e=n)}return e}l(n0,"findFinished");function Km(t){if(t.external){let e=t.extend?1:0;return(n,r)=>t.external(n,r)<<1|e}return t.get}l(Km,"getSpecializer");var t0=0,Ke=class t{static{l(this,"Tag")}constructor(e,n,r,s){this.name=e,this.set=n,this.base=r,this.modified=s,this.id=t0++}toString(){let{name:e}=this;for(let n of this.modified)n.name&&(e=`${n.name}(${e})`);return e}static define(e,n){let r=typeof e=="string"?e:"?";if(e instanceof t&&(n=e),n?.base)throw new Error("Can not derive from a modified tag");let s=new t(r,[],null,[]);if(s.set.push(s),n)for(let i of n.set)s.set.push(i);return s}static defineModifier(e){let n=new Vi(e);return r=>r.modified.indexOf(n)>-1?r:Vi.get(r.base||r,r.modified.concat(n).sort((s,i)=>s.id-i.id))}},r0=0,Vi=class t{static{l(this,"Modifier")}constructor(e){this.name=e,this.instances=[],this.id=r0++}static get(e,n){if(!n.length)return e;let r=n[0].instances.find(a=>a.base==e&&s0(n,a.modified));if(r)return r;let s=[],i=new Ke(e.name,s,e,n);for(let a of n)a.instances.push(i);let o=i0(n);for(let a of e.set)if(!a.modified.length)for(let c of o)s.push(t.get(a,c));return i}};function s0(t,e){return t.length==e.length&&t.every((n,r)=>n==e[r])}l(s0,"sameArray");function i0(t){let e=[[]];for(let n=0;n<t.length;n++)for(let r=0,s=e.length;r<s;r++)e.push(e[r].concat(t[n]));return e.sort((n,r)=>r.length-n.length)}l(i0,"powerSet");function ef(t){let e=Object.create(null);for(let n in t){let r=t[n];Array.isArray(r)||(r=[r]);for(let s of n.split(" "))if(s){let i=[],o=2,a=s;for(let d=0;;){if(a=="..."&&d>0&&d+3==s.length){o=1;break}let p=/^"(?:[^"\\]|\\.)*?"|[^\/!]+/.exec(a);if(!p)throw new RangeError("Invalid path: "+s);if(i.push(p[0]=="*"?"":p[0][0]=='"'?JSON.parse(p[0]):p[0]),d+=p[0].length,d==s.length)break;let h=s[d++];if(d==s.length&&h=="!"){o=0;break}if(h!="/")throw new RangeError("Invalid path: "+s);a=s.slice(d)}let c=i.length-1,u=i[c];if(!u)throw new RangeError("Invalid path: "+s);let m=new Ut(r,o,c>0?i.slice(0,c):null);e[u]=m.sort(e[u])}}return o0.add(e)}l(ef,"styleTags");var o0=new J({combine(t,e){let n,r,s;for(;t||e;){if(!t||e&&t.depth<=e.depth?(s=e,e=e.next):(s=t,t=t.next),n&&n.mode==s.mode&&!s.context&&!n.context)continue;let i=new Ut(s.tags,s.mode,s.context);n?n.next=i:r=i,n=i}return r}}),Ut=class{static{l(this,"Rule")}constructor(e,n,r,s){this.tags=e,this.mode=n,this.context=r,this.next=s}get opaque(){return this.mode==0}get inherit(){return this.mode==1}sort(e){return!e||e.depth<this.depth?(this.next=e,this):(e.next=this.sort(e.next),e)}get depth(){return this.context?this.context.length:0}};Ut.empty=new Ut([],2,null);function a0(t,e){let n=Object.create(null);for(let i of t)if(!Array.isArray(i.tag))n[i.tag.id]=i.class;else for(let o of i.tag)n[o.id]=i.class;let{scope:r,all:s=null}=e||{};return{style:l(i=>{let o=s;for(let a of i)for(let c of a.set){let u=n[c.id];if(u){o=o?o+" "+u:u;break}}return o},"style"),scope:r}}l(a0,"tagHighlighter");var R=Ke.define,Ni=R(),Gn=R(),Hm=R(Gn),Jm=R(Gn),Yn=R(),Ai=R(Yn),Al=R(Yn),cn=R(),mt=R(cn),an=R(),ln=R(),$l=R(),Yr=R($l),$i=R(),C={comment:Ni,lineComment:R(Ni),blockComment:R(Ni),docComment:R(Ni),name:Gn,variableName:R(Gn),typeName:Hm,tagName:R(Hm),propertyName:Jm,attributeName:R(Jm),className:R(Gn),labelName:R(Gn),namespace:R(Gn),macroName:R(Gn),literal:Yn,string:Ai,docString:R(Ai),character:R(Ai),attributeValue:R(Ai),number:Al,integer:R(Al),float:R(Al),bool:R(Yn),regexp:R(Yn),escape:R(Yn),color:R(Yn),url:R(Yn),keyword:an,self:R(an),null:R(an),atom:R(an),unit:R(an),modifier:R(an),operatorKeyword:R(an),controlKeyword:R(an),definitionKeyword:R(an),moduleKeyword:R(an),operator:ln,derefOperator:R(ln),arithmeticOperator:R(ln),logicOperator:R(ln),bitwiseOperator:R(ln),compareOperator:R(ln),updateOperator:R(ln),definitionOperator:R(ln),typeOperator:R(ln),controlOperator:R(ln),punctuation:$l,separator:R($l),bracket:Yr,angleBracket:R(Yr),squareBracket:R(Yr),paren:R(Yr),brace:R(Yr),content:cn,heading:mt,heading1:R(mt),heading2:R(mt),heading3:R(mt),heading4:R(mt),heading5:R(mt),heading6:R(mt),contentSeparator:R(cn),list:R(cn),quote:R(cn),emphasis:R(cn),strong:R(cn),link:R(cn),monospace:R(cn),strikethrough:R(cn),inserted:R(),deleted:R(),changed:R(),invalid:R(),meta:$i,documentMeta:R($i),annotation:R($i),processingInstruction:R($i),definition:Ke.defineModifier("definition"),constant:Ke.defineModifier("constant"),function:Ke.defineModifier("function"),standard:Ke.defineModifier("standard"),local:Ke.defineModifier("local"),special:Ke.defineModifier("special")};for(let t in C){let e=C[t];e instanceof Ke&&(e.name=t)}var xq=a0([{tag:C.link,class:"tok-link"},{tag:C.heading,class:"tok-heading"},{tag:C.emphasis,class:"tok-emphasis"},{tag:C.strong,class:"tok-strong"},{tag:C.keyword,class:"tok-keyword"},{tag:C.atom,class:"tok-atom"},{tag:C.bool,class:"tok-bool"},{tag:C.url,class:"tok-url"},{tag:C.labelName,class:"tok-labelName"},{tag:C.inserted,class:"tok-inserted"},{tag:C.deleted,class:"tok-deleted"},{tag:C.literal,class:"tok-literal"},{tag:C.string,class:"tok-string"},{tag:C.number,class:"tok-number"},{tag:[C.regexp,C.escape,C.special(C.string)],class:"tok-string2"},{tag:C.variableName,class:"tok-variableName"},{tag:C.local(C.variableName),class:"tok-variableName tok-local"},{tag:C.definition(C.variableName),class:"tok-variableName tok-definition"},{tag:C.special(C.variableName),class:"tok-variableName2"},{tag:C.definition(C.propertyName),class:"tok-propertyName tok-definition"},{tag:C.typeName,class:"tok-typeName"},{tag:C.namespace,class:"tok-namespace"},{tag:C.className,class:"tok-className"},{tag:C.macroName,class:"tok-macroName"},{tag:C.propertyName,class:"tok-propertyName"},{tag:C.operator,class:"tok-operator"},{tag:C.comment,class:"tok-comment"},{tag:C.meta,class:"tok-meta"},{tag:C.invalid,class:"tok-invalid"},{tag:C.punctuation,class:"tok-punctuation"}]);var l0=1,af=194,lf=195,c0=196,nf=197,u0=198,d0=199,p0=200,m0=2,cf=3,tf=201,f0=24,h0=25,g0=49,y0=50,w0=55,k0=56,b0=57,v0=59,O0=60,x0=61,S0=62,T0=63,_0=65,P0=238,E0=71,R0=241,C0=242,q0=243,N0=244,A0=245,$0=246,V0=247,M0=248,uf=72,Q0=249,I0=250,L0=251,z0=252,U0=253,D0=254,W0=255,j0=256,B0=73,F0=77,G0=263,Y0=112,X0=130,K0=151,Z0=152,H0=155,ft=10,Xr=13,Il=32,Ii=9,Ll=35,J0=40,ex=46,Ql=123,rf=125,df=39,pf=34,sf=92,nx=111,tx=120,rx=78,sx=117,ix=85,ox=new Set([h0,g0,y0,G0,_0,X0,k0,b0,P0,S0,T0,uf,B0,F0,O0,x0,K0,Z0,H0,Y0]);function Vl(t){return t==ft||t==Xr}l(Vl,"isLineBreak");function Ml(t){return t>=48&&t<=57||t>=65&&t<=70||t>=97&&t<=102}l(Ml,"isHex");var ax=new pt((t,e)=>{let n;if(t.next<0)t.acceptToken(d0);else if(e.context.flags&Mi)Vl(t.next)&&t.acceptToken(u0,1);else if(((n=t.peek(-1))<0||Vl(n))&&e.canShift(nf)){let r=0;for(;t.next==Il||t.next==Ii;)t.advance(),r++;(t.next==ft||t.next==Xr||t.next==Ll)&&t.acceptToken(nf,-r)}else Vl(t.next)&&t.acceptToken(c0,1)},{contextual:!0}),lx=new pt((t,e)=>{let n=e.context;if(n.flags)return;let r=t.peek(-1);if(r==ft||r==Xr){let s=0,i=0;for(;;){if(t.next==Il)s++;else if(t.next==Ii)s+=8-s%8;else break;t.advance(),i++}s!=n.indent&&t.next!=ft&&t.next!=Xr&&t.next!=Ll&&(s<n.indent?t.acceptToken(lf,-i):t.acceptToken(af))}}),Mi=1,mf=2,On=4,xn=8,Sn=16,Tn=32;function Qi(t,e,n){this.parent=t,this.indent=e,this.flags=n,this.hash=(t?t.hash+t.hash<<8:0)+e+(e<<4)+n+(n<<6)}l(Qi,"Context");var cx=new Qi(null,0,0);function ux(t){let e=0;for(let n=0;n<t.length;n++)e+=t.charCodeAt(n)==Ii?8-e%8:1;return e}l(ux,"countIndent");var of=new Map([[R0,0],[C0,On],[q0,xn],[N0,xn|On],[A0,Sn],[$0,Sn|On],[V0,Sn|xn],[M0,Sn|xn|On],[Q0,Tn],[I0,Tn|On],[L0,Tn|xn],[z0,Tn|xn|On],[U0,Tn|Sn],[D0,Tn|Sn|On],[W0,Tn|Sn|xn],[j0,Tn|Sn|xn|On]].map(([t,e])=>[t,e|mf])),dx=new Ci({start:cx,reduce(t,e,n,r){return t.flags&Mi&&ox.has(e)||(e==E0||e==uf)&&t.flags&mf?t.parent:t},shift(t,e,n,r){return e==af?new Qi(t,ux(r.read(r.pos,n.pos)),0):e==lf?t.parent:e==f0||e==w0||e==v0||e==cf?new Qi(t,0,Mi):of.has(e)?new Qi(t,0,of.get(e)|t.flags&Mi):t},hash(t){return t.hash}}),px=new pt(t=>{for(let e=0;e<5;e++){if(t.next!="print".charCodeAt(e))return;t.advance()}if(!/\w/.test(String.fromCharCode(t.next)))for(let e=0;;e++){let n=t.peek(e);if(!(n==Il||n==Ii)){n!=J0&&n!=ex&&n!=ft&&n!=Xr&&n!=Ll&&t.acceptToken(l0);return}}}),mx=new pt((t,e)=>{let{flags:n}=e.context,r=n&On?pf:df,s=(n&xn)>0,i=!(n&Sn),o=(n&Tn)>0,a=t.pos;for(;!(t.next<0);)if(o&&t.next==Ql)if(t.peek(1)==Ql)t.advance(2);else{if(t.pos==a){t.acceptToken(cf,1);return}break}else if(i&&t.next==sf){if(t.pos==a){t.advance();let c=t.next;c>=0&&(t.advance(),fx(t,c)),t.acceptToken(m0);return}break}else if(t.next==sf&&!i&&t.peek(1)>-1)t.advance(2);else if(t.next==r&&(!s||t.peek(1)==r&&t.peek(2)==r)){if(t.pos==a){t.acceptToken(tf,s?3:1);return}break}else if(t.next==ft){if(s)t.advance();else if(t.pos==a){t.acceptToken(tf);return}break}else t.advance();t.pos>a&&t.acceptToken(p0)});function fx(t,e){if(e==nx)for(let n=0;n<2&&t.next>=48&&t.next<=55;n++)t.advance();else if(e==tx)for(let n=0;n<2&&Ml(t.next);n++)t.advance();else if(e==sx)for(let n=0;n<4&&Ml(t.next);n++)t.advance();else if(e==ix)for(let n=0;n<8&&Ml(t.next);n++)t.advance();else if(e==rx&&t.next==Ql){for(t.advance();t.next>=0&&t.next!=rf&&t.next!=df&&t.next!=pf&&t.next!=ft;)t.advance();t.next==rf&&t.advance()}}l(fx,"skipEscape");var hx=ef({'async "*" "**" FormatConversion FormatSpec':C.modifier,"for while if elif else try except finally return raise break continue with pass assert await yield match case":C.controlKeyword,"in not and or is del":C.operatorKeyword,"from def class global nonlocal lambda":C.definitionKeyword,import:C.moduleKeyword,"with as print":C.keyword,Boolean:C.bool,None:C.null,VariableName:C.variableName,"CallExpression/VariableName":C.function(C.variableName),"FunctionDefinition/VariableName":C.function(C.definition(C.variableName)),"ClassDefinition/VariableName":C.definition(C.className),PropertyName:C.propertyName,"CallExpression/MemberExpression/PropertyName":C.function(C.propertyName),Comment:C.lineComment,Number:C.number,String:C.string,FormatString:C.special(C.string),Escape:C.escape,UpdateOp:C.updateOperator,"ArithOp!":C.arithmeticOperator,BitOp:C.bitwiseOperator,CompareOp:C.compareOperator,AssignOp:C.definitionOperator,Ellipsis:C.punctuation,At:C.meta,"( )":C.paren,"[ ]":C.squareBracket,"{ }":C.brace,".":C.derefOperator,", ;":C.separator}),gx={__proto__:null,await:44,or:54,and:56,in:60,not:62,is:64,if:70,else:72,lambda:76,yield:94,from:96,async:102,for:104,None:162,True:164,False:164,del:178,pass:182,break:186,continue:190,return:194,raise:202,import:206,as:208,global:212,nonlocal:214,assert:218,type:223,elif:236,while:240,try:246,except:248,finally:250,with:254,def:258,class:268,match:279,case:285},ff=qi.deserialize({version:14,states:"##jQ`QeOOP$}OSOOO&WQtO'#HUOOQS'#Co'#CoOOQS'#Cp'#CpO'vQdO'#CnO*UQtO'#HTOOQS'#HU'#HUOOQS'#DU'#DUOOQS'#HT'#HTO*rQdO'#D_O+VQdO'#DfO+gQdO'#DjO+zOWO'#DuO,VOWO'#DvO.[QtO'#GuOOQS'#Gu'#GuO'vQdO'#GtO0ZQtO'#GtOOQS'#Eb'#EbO0rQdO'#EcOOQS'#Gs'#GsO0|QdO'#GrOOQV'#Gr'#GrO1XQdO'#FYOOQS'#G^'#G^O1^QdO'#FXOOQV'#IS'#ISOOQV'#Gq'#GqOOQV'#Fq'#FqQ`QeOOO'vQdO'#CqO1lQdO'#C}O1sQdO'#DRO2RQdO'#HYO2cQtO'#EVO'vQdO'#EWOOQS'#EY'#EYOOQS'#E['#E[OOQS'#E^'#E^O2wQdO'#E`O3_QdO'#EdO3rQdO'#EfO3zQtO'#EfO1XQdO'#EiO0rQdO'#ElO1XQdO'#EnO0rQdO'#EtO0rQdO'#EwO4VQdO'#EyO4^QdO'#FOO4iQdO'#EzO0rQdO'#FOO1XQdO'#FQO1XQdO'#FVO4nQdO'#F[P4uOdO'#GpPOOO)CBd)CBdOOQS'#Ce'#CeOOQS'#Cf'#CfOOQS'#Cg'#CgOOQS'#Ch'#ChOOQS'#Ci'#CiOOQS'#Cj'#CjOOQS'#Cl'#ClO'vQdO,59OO'vQdO,59OO'vQdO,59OO'vQdO,59OO'vQdO,59OO'vQdO,59OO5TQdO'#DoOOQS,5:Y,5:YO5hQdO'#HdOOQS,5:],5:]O5uQ!fO,5:]O5zQtO,59YO1lQdO,59bO1lQdO,59bO1lQdO,59bO8jQdO,59bO8oQdO,59bO8vQdO,59jO8}QdO'#HTO:TQdO'#HSOOQS'#HS'#HSOOQS'#D['#D[O:lQdO,59aO'vQdO,59aO:zQdO,59aOOQS,59y,59yO;PQdO,5:RO'vQdO,5:ROOQS,5:Q,5:QO;_QdO,5:QO;dQdO,5:XO'vQdO,5:XO'vQdO,5:VOOQS,5:U,5:UO;uQdO,5:UO;zQdO,5:WOOOW'#Fy'#FyO<POWO,5:aOOQS,5:a,5:aO<[QdO'#HwOOOW'#Dw'#DwOOOW'#Fz'#FzO<lOWO,5:bOOQS,5:b,5:bOOQS'#F}'#F}O<zQtO,5:iO?lQtO,5=`O@VQ#xO,5=`O@vQtO,5=`OOQS,5:},5:}OA_QeO'#GWOBqQdO,5;^OOQV,5=^,5=^OB|QtO'#IPOCkQdO,5;tOOQS-E:[-E:[OOQV,5;s,5;sO4dQdO'#FQOOQV-E9o-E9oOCsQtO,59]OEzQtO,59iOFeQdO'#HVOFpQdO'#HVO1XQdO'#HVOF{QdO'#DTOGTQdO,59mOGYQdO'#HZO'vQdO'#HZO0rQdO,5=tOOQS,5=t,5=tO0rQdO'#EROOQS'#ES'#ESOGwQdO'#GPOHXQdO,58|OHXQdO,58|O*xQdO,5:oOHgQtO'#H]OOQS,5:r,5:rOOQS,5:z,5:zOHzQdO,5;OOI]QdO'#IOO1XQdO'#H}OOQS,5;Q,5;QOOQS'#GT'#GTOIqQtO,5;QOJPQdO,5;QOJUQdO'#IQOOQS,5;T,5;TOJdQdO'#H|OOQS,5;W,5;WOJuQdO,5;YO4iQdO,5;`O4iQdO,5;cOJ}QtO'#ITO'vQdO'#ITOKXQdO,5;eO4VQdO,5;eO0rQdO,5;jO1XQdO,5;lOK^QeO'#EuOLjQgO,5;fO!!kQdO'#IUO4iQdO,5;jO!!vQdO,5;lO!#OQdO,5;qO!#ZQtO,5;vO'vQdO,5;vPOOO,5=[,5=[P!#bOSO,5=[P!#jOdO,5=[O!&bQtO1G.jO!&iQtO1G.jO!)YQtO1G.jO!)dQtO1G.jO!+}QtO1G.jO!,bQtO1G.jO!,uQdO'#HcO!-TQtO'#GuO0rQdO'#HcO!-_QdO'#HbOOQS,5:Z,5:ZO!-gQdO,5:ZO!-lQdO'#HeO!-wQdO'#HeO!.[QdO,5>OOOQS'#Ds'#DsOOQS1G/w1G/wOOQS1G.|1G.|O!/[QtO1G.|O!/cQtO1G.|O1lQdO1G.|O!0OQdO1G/UOOQS'#DZ'#DZO0rQdO,59tOOQS1G.{1G.{O!0VQdO1G/eO!0gQdO1G/eO!0oQdO1G/fO'vQdO'#H[O!0tQdO'#H[O!0yQtO1G.{O!1ZQdO,59iO!2aQdO,5=zO!2qQdO,5=zO!2yQdO1G/mO!3OQtO1G/mOOQS1G/l1G/lO!3`QdO,5=uO!4VQdO,5=uO0rQdO1G/qO!4tQdO1G/sO!4yQtO1G/sO!5ZQtO1G/qOOQS1G/p1G/pOOQS1G/r1G/rOOOW-E9w-E9wOOQS1G/{1G/{O!5kQdO'#HxO0rQdO'#HxO!5|QdO,5>cOOOW-E9x-E9xOOQS1G/|1G/|OOQS-E9{-E9{O!6[Q#xO1G2zO!6{QtO1G2zO'vQdO,5<jOOQS,5<j,5<jOOQS-E9|-E9|OOQS,5<r,5<rOOQS-E:U-E:UOOQV1G0x1G0xO1XQdO'#GRO!7dQtO,5>kOOQS1G1`1G1`O!8RQdO1G1`OOQS'#DV'#DVO0rQdO,5=qOOQS,5=q,5=qO!8WQdO'#FrO!8cQdO,59oO!8kQdO1G/XO!8uQtO,5=uOOQS1G3`1G3`OOQS,5:m,5:mO!9fQdO'#GtOOQS,5<k,5<kOOQS-E9}-E9}O!9wQdO1G.hOOQS1G0Z1G0ZO!:VQdO,5=wO!:gQdO,5=wO0rQdO1G0jO0rQdO1G0jO!:xQdO,5>jO!;ZQdO,5>jO1XQdO,5>jO!;lQdO,5>iOOQS-E:R-E:RO!;qQdO1G0lO!;|QdO1G0lO!<RQdO,5>lO!<aQdO,5>lO!<oQdO,5>hO!=VQdO,5>hO!=hQdO'#EpO0rQdO1G0tO!=sQdO1G0tO!=xQgO1G0zO!AvQgO1G0}O!EqQdO,5>oO!E{QdO,5>oO!FTQtO,5>oO0rQdO1G1PO!F_QdO1G1PO4iQdO1G1UO!!vQdO1G1WOOQV,5;a,5;aO!FdQfO,5;aO!FiQgO1G1QO!JjQdO'#GZO4iQdO1G1QO4iQdO1G1QO!JzQdO,5>pO!KXQdO,5>pO1XQdO,5>pOOQV1G1U1G1UO!KaQdO'#FSO!KrQ!fO1G1WO!KzQdO1G1WOOQV1G1]1G1]O4iQdO1G1]O!LPQdO1G1]O!LXQdO'#F^OOQV1G1b1G1bO!#ZQtO1G1bPOOO1G2v1G2vP!L^OSO1G2vOOQS,5=},5=}OOQS'#Dp'#DpO0rQdO,5=}O!LfQdO,5=|O!LyQdO,5=|OOQS1G/u1G/uO!MRQdO,5>PO!McQdO,5>PO!MkQdO,5>PO!NOQdO,5>PO!N`QdO,5>POOQS1G3j1G3jOOQS7+$h7+$hO!8kQdO7+$pO#!RQdO1G.|O#!YQdO1G.|OOQS1G/`1G/`OOQS,5<`,5<`O'vQdO,5<`OOQS7+%P7+%PO#!aQdO7+%POOQS-E9r-E9rOOQS7+%Q7+%QO#!qQdO,5=vO'vQdO,5=vOOQS7+$g7+$gO#!vQdO7+%PO##OQdO7+%QO##TQdO1G3fOOQS7+%X7+%XO##eQdO1G3fO##mQdO7+%XOOQS,5<_,5<_O'vQdO,5<_O##rQdO1G3aOOQS-E9q-E9qO#$iQdO7+%]OOQS7+%_7+%_O#$wQdO1G3aO#%fQdO7+%_O#%kQdO1G3gO#%{QdO1G3gO#&TQdO7+%]O#&YQdO,5>dO#&sQdO,5>dO#&sQdO,5>dOOQS'#Dx'#DxO#'UO&jO'#DzO#'aO`O'#HyOOOW1G3}1G3}O#'fQdO1G3}O#'nQdO1G3}O#'yQ#xO7+(fO#(jQtO1G2UP#)TQdO'#GOOOQS,5<m,5<mOOQS-E:P-E:POOQS7+&z7+&zOOQS1G3]1G3]OOQS,5<^,5<^OOQS-E9p-E9pOOQS7+$s7+$sO#)bQdO,5=`O#){QdO,5=`O#*^QtO,5<aO#*qQdO1G3cOOQS-E9s-E9sOOQS7+&U7+&UO#+RQdO7+&UO#+aQdO,5<nO#+uQdO1G4UOOQS-E:Q-E:QO#,WQdO1G4UOOQS1G4T1G4TOOQS7+&W7+&WO#,iQdO7+&WOOQS,5<p,5<pO#,tQdO1G4WOOQS-E:S-E:SOOQS,5<l,5<lO#-SQdO1G4SOOQS-E:O-E:OO1XQdO'#EqO#-jQdO'#EqO#-uQdO'#IRO#-}QdO,5;[OOQS7+&`7+&`O0rQdO7+&`O#.SQgO7+&fO!JmQdO'#GXO4iQdO7+&fO4iQdO7+&iO#2QQtO,5<tO'vQdO,5<tO#2[QdO1G4ZOOQS-E:W-E:WO#2fQdO1G4ZO4iQdO7+&kO0rQdO7+&kOOQV7+&p7+&pO!KrQ!fO7+&rO!KzQdO7+&rO`QeO1G0{OOQV-E:X-E:XO4iQdO7+&lO4iQdO7+&lOOQV,5<u,5<uO#2nQdO,5<uO!JmQdO,5<uOOQV7+&l7+&lO#2yQgO7+&lO#6tQdO,5<vO#7PQdO1G4[OOQS-E:Y-E:YO#7^QdO1G4[O#7fQdO'#IWO#7tQdO'#IWO1XQdO'#IWOOQS'#IW'#IWO#8PQdO'#IVOOQS,5;n,5;nO#8XQdO,5;nO0rQdO'#FUOOQV7+&r7+&rO4iQdO7+&rOOQV7+&w7+&wO4iQdO7+&wO#8^QfO,5;xOOQV7+&|7+&|POOO7+(b7+(bO#8cQdO1G3iOOQS,5<c,5<cO#8qQdO1G3hOOQS-E9u-E9uO#9UQdO,5<dO#9aQdO,5<dO#9tQdO1G3kOOQS-E9v-E9vO#:UQdO1G3kO#:^QdO1G3kO#:nQdO1G3kO#:UQdO1G3kOOQS<<H[<<H[O#:yQtO1G1zOOQS<<Hk<<HkP#;WQdO'#FtO8vQdO1G3bO#;eQdO1G3bO#;jQdO<<HkOOQS<<Hl<<HlO#;zQdO7+)QOOQS<<Hs<<HsO#<[QtO1G1yP#<{QdO'#FsO#=YQdO7+)RO#=jQdO7+)RO#=rQdO<<HwO#=wQdO7+({OOQS<<Hy<<HyO#>nQdO,5<bO'vQdO,5<bOOQS-E9t-E9tOOQS<<Hw<<HwOOQS,5<g,5<gO0rQdO,5<gO#>sQdO1G4OOOQS-E9y-E9yO#?^QdO1G4OO<[QdO'#H{OOOO'#D{'#D{OOOO'#F|'#F|O#?oO&jO,5:fOOOW,5>e,5>eOOOW7+)i7+)iO#?zQdO7+)iO#@SQdO1G2zO#@mQdO1G2zP'vQdO'#FuO0rQdO<<IpO1XQdO1G2YP1XQdO'#GSO#AOQdO7+)pO#AaQdO7+)pOOQS<<Ir<<IrP1XQdO'#GUP0rQdO'#GQOOQS,5;],5;]O#ArQdO,5>mO#BQQdO,5>mOOQS1G0v1G0vOOQS<<Iz<<IzOOQV-E:V-E:VO4iQdO<<JQOOQV,5<s,5<sO4iQdO,5<sOOQV<<JQ<<JQOOQV<<JT<<JTO#BYQtO1G2`P#BdQdO'#GYO#BkQdO7+)uO#BuQgO<<JVO4iQdO<<JVOOQV<<J^<<J^O4iQdO<<J^O!KrQ!fO<<J^O#FpQgO7+&gOOQV<<JW<<JWO#FzQgO<<JWOOQV1G2a1G2aO1XQdO1G2aO#JuQdO1G2aO4iQdO<<JWO1XQdO1G2bP0rQdO'#G[O#KQQdO7+)vO#K_QdO7+)vOOQS'#FT'#FTO0rQdO,5>rO#KgQdO,5>rO#KrQdO,5>rO#K}QdO,5>qO#L`QdO,5>qOOQS1G1Y1G1YOOQS,5;p,5;pOOQV<<Jc<<JcO#LhQdO1G1dOOQS7+)T7+)TP#LmQdO'#FwO#L}QdO1G2OO#MbQdO1G2OO#MrQdO1G2OP#M}QdO'#FxO#N[QdO7+)VO#NlQdO7+)VO#NlQdO7+)VO#NtQdO7+)VO$ UQdO7+(|O8vQdO7+(|OOQSAN>VAN>VO$ oQdO<<LmOOQSAN>cAN>cO0rQdO1G1|O$!PQtO1G1|P$!ZQdO'#FvOOQS1G2R1G2RP$!hQdO'#F{O$!uQdO7+)jO$#`QdO,5>gOOOO-E9z-E9zOOOW<<MT<<MTO$#nQdO7+(fOOQSAN?[AN?[OOQS7+'t7+'tO$$XQdO<<M[OOQS,5<q,5<qO$$jQdO1G4XOOQS-E:T-E:TOOQVAN?lAN?lOOQV1G2_1G2_O4iQdOAN?qO$$xQgOAN?qOOQVAN?xAN?xO4iQdOAN?xOOQV<<JR<<JRO4iQdOAN?rO4iQdO7+'{OOQV7+'{7+'{O1XQdO7+'{OOQVAN?rAN?rOOQS7+'|7+'|O$(sQdO<<MbOOQS1G4^1G4^O0rQdO1G4^OOQS,5<w,5<wO$)QQdO1G4]OOQS-E:Z-E:ZOOQU'#G_'#G_O$)cQfO7+'OO$)nQdO'#F_O$*uQdO7+'jO$+VQdO7+'jOOQS7+'j7+'jO$+bQdO<<LqO$+rQdO<<LqO$+rQdO<<LqO$+zQdO'#H^OOQS<<Lh<<LhO$,UQdO<<LhOOQS7+'h7+'hOOQS'#D|'#D|OOOO1G4R1G4RO$,oQdO1G4RO$,wQdO1G4RP!=hQdO'#GVOOQVG25]G25]O4iQdOG25]OOQVG25dG25dOOQVG25^G25^OOQV<<Kg<<KgO4iQdO<<KgOOQS7+)x7+)xP$-SQdO'#G]OOQU-E:]-E:]OOQV<<Jj<<JjO$-vQtO'#FaOOQS'#Fc'#FcO$.WQdO'#FbO$.xQdO'#FbOOQS'#Fb'#FbO$.}QdO'#IYO$)nQdO'#FiO$)nQdO'#FiO$/fQdO'#FjO$)nQdO'#FkO$/mQdO'#IZOOQS'#IZ'#IZO$0[QdO,5;yOOQS<<KU<<KUO$0dQdO<<KUO$0tQdOANB]O$1UQdOANB]O$1^QdO'#H_OOQS'#H_'#H_O1sQdO'#DcO$1wQdO,5=xOOQSANBSANBSOOOO7+)m7+)mO$2`QdO7+)mOOQVLD*wLD*wOOQVANARANARO5uQ!fO'#GaO$2hQtO,5<SO$)nQdO'#FmOOQS,5<W,5<WOOQS'#Fd'#FdO$3YQdO,5;|O$3_QdO,5;|OOQS'#Fg'#FgO$)nQdO'#G`O$4PQdO,5<QO$4kQdO,5>tO$4{QdO,5>tO1XQdO,5<PO$5^QdO,5<TO$5cQdO,5<TO$)nQdO'#I[O$5hQdO'#I[O$5mQdO,5<UOOQS,5<V,5<VO0rQdO'#FpOOQU1G1e1G1eO4iQdO1G1eOOQSAN@pAN@pO$5rQdOG27wO$6SQdO,59}OOQS1G3d1G3dOOOO<<MX<<MXOOQS,5<{,5<{OOQS-E:_-E:_O$6XQtO'#FaO$6`QdO'#I]O$6nQdO'#I]O$6vQdO,5<XOOQS1G1h1G1hO$6{QdO1G1hO$7QQdO,5<zOOQS-E:^-E:^O$7lQdO,5=OO$8TQdO1G4`OOQS-E:b-E:bOOQS1G1k1G1kOOQS1G1o1G1oO$8eQdO,5>vO$)nQdO,5>vOOQS1G1p1G1pOOQS,5<[,5<[OOQU7+'P7+'PO$+zQdO1G/iO$)nQdO,5<YO$8sQdO,5>wO$8zQdO,5>wOOQS1G1s1G1sOOQS7+'S7+'SP$)nQdO'#GdO$9SQdO1G4bO$9^QdO1G4bO$9fQdO1G4bOOQS7+%T7+%TO$9tQdO1G1tO$:SQtO'#FaO$:ZQdO,5<}OOQS,5<},5<}O$:iQdO1G4cOOQS-E:a-E:aO$)nQdO,5<|O$:pQdO,5<|O$:uQdO7+)|OOQS-E:`-E:`O$;PQdO7+)|O$)nQdO,5<ZP$)nQdO'#GcO$;XQdO1G2hO$)nQdO1G2hP$;gQdO'#GbO$;nQdO<<MhO$;xQdO1G1uO$<WQdO7+(SO8vQdO'#C}O8vQdO,59bO8vQdO,59bO8vQdO,59bO$<fQtO,5=`O8vQdO1G.|O0rQdO1G/XO0rQdO7+$pP$<yQdO'#GOO'vQdO'#GtO$=WQdO,59bO$=]QdO,59bO$=dQdO,59mO$=iQdO1G/UO1sQdO'#DRO8vQdO,59j",stateData:"$>S~O%cOS%^OSSOS%]PQ~OPdOVaOfoOhYOopOs!POvqO!PrO!Q{O!T!SO!U!RO!XZO!][O!h`O!r`O!s`O!t`O!{tO!}uO#PvO#RwO#TxO#XyO#ZzO#^|O#_|O#a}O#c!OO#l!QO#o!TO#s!UO#u!VO#z!WO#}hO$P!XO%oRO%pRO%tSO%uWO&Z]O&[]O&]]O&^]O&_]O&`]O&a]O&b]O&c^O&d^O&e^O&f^O&g^O&h^O&i^O&j^O~O%]!YO~OV!aO_!aOa!bOh!iO!X!kO!f!mO%j![O%k!]O%l!^O%m!_O%n!_O%o!`O%p!`O%q!aO%r!aO%s!aO~Ok%xXl%xXm%xXn%xXo%xXp%xXs%xXz%xX{%xX!x%xX#g%xX%[%xX%_%xX%z%xXg%xX!T%xX!U%xX%{%xX!W%xX![%xX!Q%xX#[%xXt%xX!m%xX~P%SOfoOhYO!XZO!][O!h`O!r`O!s`O!t`O%oRO%pRO%tSO%uWO&Z]O&[]O&]]O&^]O&_]O&`]O&a]O&b]O&c^O&d^O&e^O&f^O&g^O&h^O&i^O&j^O~Oz%wX{%wX#g%wX%[%wX%_%wX%z%wX~Ok!pOl!qOm!oOn!oOo!rOp!sOs!tO!x%wX~P)pOV!zOg!|Oo0cOv0qO!PrO~P'vOV#OOo0cOv0qO!W#PO~P'vOV#SOa#TOo0cOv0qO![#UO~P'vOQ#XO%`#XO%a#ZO~OQ#^OR#[O%`#^O%a#`O~OV%iX_%iXa%iXh%iXk%iXl%iXm%iXn%iXo%iXp%iXs%iXz%iX!X%iX!f%iX%j%iX%k%iX%l%iX%m%iX%n%iX%o%iX%p%iX%q%iX%r%iX%s%iXg%iX!T%iX!U%iX~O&Z]O&[]O&]]O&^]O&_]O&`]O&a]O&b]O&c^O&d^O&e^O&f^O&g^O&h^O&i^O&j^O{%iX!x%iX#g%iX%[%iX%_%iX%z%iX%{%iX!W%iX![%iX!Q%iX#[%iXt%iX!m%iX~P,eOz#dO{%hX!x%hX#g%hX%[%hX%_%hX%z%hX~Oo0cOv0qO~P'vO#g#gO%[#iO%_#iO~O%uWO~O!T#nO#u!VO#z!WO#}hO~OopO~P'vOV#sOa#tO%uWO{wP~OV#xOo0cOv0qO!Q#yO~P'vO{#{O!x$QO%z#|O#g!yX%[!yX%_!yX~OV#xOo0cOv0qO#g#SX%[#SX%_#SX~P'vOo0cOv0qO#g#WX%[#WX%_#WX~P'vOh$WO%uWO~O!f$YO!r$YO%uWO~OV$eO~P'vO!U$gO#s$hO#u$iO~O{$jO~OV$qO~P'vOS$sO%[$rO%_$rO%c$tO~OV$}Oa$}Og%POo0cOv0qO~P'vOo0cOv0qO{%SO~P'vO&Y%UO~Oa!bOh!iO!X!kO!f!mOVba_bakbalbambanbaobapbasbazba{ba!xba#gba%[ba%_ba%jba%kba%lba%mba%nba%oba%pba%qba%rba%sba%zbagba!Tba!Uba%{ba!Wba![ba!Qba#[batba!mba~On%ZO~Oo%ZO~P'vOo0cO~P'vOk0eOl0fOm0dOn0dOo0mOp0nOs0rOg%wX!T%wX!U%wX%{%wX!W%wX![%wX!Q%wX#[%wX!m%wX~P)pO%{%]Og%vXz%vX!T%vX!U%vX!W%vX{%vX~Og%_Oz%`O!T%dO!U%cO~Og%_O~Oz%gO!T%dO!U%cO!W&SX~O!W%kO~Oz%lO{%nO!T%dO!U%cO![%}X~O![%rO~O![%sO~OQ#XO%`#XO%a%uO~OV%wOo0cOv0qO!PrO~P'vOQ#^OR#[O%`#^O%a%zO~OV!qa_!qaa!qah!qak!qal!qam!qan!qao!qap!qas!qaz!qa{!qa!X!qa!f!qa!x!qa#g!qa%[!qa%_!qa%j!qa%k!qa%l!qa%m!qa%n!qa%o!qa%p!qa%q!qa%r!qa%s!qa%z!qag!qa!T!qa!U!qa%{!qa!W!qa![!qa!Q!qa#[!qat!qa!m!qa~P#yOz%|O{%ha!x%ha#g%ha%[%ha%_%ha%z%ha~P%SOV&OOopOvqO{%ha!x%ha#g%ha%[%ha%_%ha%z%ha~P'vOz%|O{%ha!x%ha#g%ha%[%ha%_%ha%z%ha~OPdOVaOopOvqO!PrO!Q{O!{tO!}uO#PvO#RwO#TxO#XyO#ZzO#^|O#_|O#a}O#c!OO#g$zX%[$zX%_$zX~P'vO#g#gO%[&TO%_&TO~O!f&UOh&sX%[&sXz&sX#[&sX#g&sX%_&sX#Z&sXg&sX~Oh!iO%[&WO~Okealeameaneaoeapeaseazea{ea!xea#gea%[ea%_ea%zeagea!Tea!Uea%{ea!Wea![ea!Qea#[eatea!mea~P%SOsqazqa{qa#gqa%[qa%_qa%zqa~Ok!pOl!qOm!oOn!oOo!rOp!sO!xqa~PEcO%z&YOz%yX{%yX~O%uWOz%yX{%yX~Oz&]O{wX~O{&_O~Oz%lO#g%}X%[%}X%_%}Xg%}X{%}X![%}X!m%}X%z%}X~OV0lOo0cOv0qO!PrO~P'vO%z#|O#gUa%[Ua%_Ua~Oz&hO#g&PX%[&PX%_&PXn&PX~P%SOz&kO!Q&jO#g#Wa%[#Wa%_#Wa~Oz&lO#[&nO#g&rX%[&rX%_&rXg&rX~O!f$YO!r$YO#Z&qO%uWO~O#Z&qO~Oz&sO#g&tX%[&tX%_&tX~Oz&uO#g&pX%[&pX%_&pX{&pX~O!X&wO%z&xO~Oz&|On&wX~P%SOn'PO~OPdOVaOopOvqO!PrO!Q{O!{tO!}uO#PvO#RwO#TxO#XyO#ZzO#^|O#_|O#a}O#c!OO%['UO~P'vOt'YO#p'WO#q'XOP#naV#naf#nah#nao#nas#nav#na!P#na!Q#na!T#na!U#na!X#na!]#na!h#na!r#na!s#na!t#na!{#na!}#na#P#na#R#na#T#na#X#na#Z#na#^#na#_#na#a#na#c#na#l#na#o#na#s#na#u#na#z#na#}#na$P#na%X#na%o#na%p#na%t#na%u#na&Z#na&[#na&]#na&^#na&_#na&`#na&a#na&b#na&c#na&d#na&e#na&f#na&g#na&h#na&i#na&j#na%Z#na%_#na~Oz'ZO#[']O{&xX~Oh'_O!X&wO~Oh!iO{$jO!X&wO~O{'eO~P%SO%['hO%_'hO~OS'iO%['hO%_'hO~OV!aO_!aOa!bOh!iO!X!kO!f!mO%l!^O%m!_O%n!_O%o!`O%p!`O%q!aO%r!aO%s!aOkWilWimWinWioWipWisWizWi{Wi!xWi#gWi%[Wi%_Wi%jWi%zWigWi!TWi!UWi%{Wi!WWi![Wi!QWi#[WitWi!mWi~O%k!]O~P!#uO%kWi~P!#uOV!aO_!aOa!bOh!iO!X!kO!f!mO%o!`O%p!`O%q!aO%r!aO%s!aOkWilWimWinWioWipWisWizWi{Wi!xWi#gWi%[Wi%_Wi%jWi%kWi%lWi%zWigWi!TWi!UWi%{Wi!WWi![Wi!QWi#[WitWi!mWi~O%m!_O%n!_O~P!&pO%mWi%nWi~P!&pOa!bOh!iO!X!kO!f!mOkWilWimWinWioWipWisWizWi{Wi!xWi#gWi%[Wi%_Wi%jWi%kWi%lWi%mWi%nWi%oWi%pWi%zWigWi!TWi!UWi%{Wi!WWi![Wi!QWi#[WitWi!mWi~OV!aO_!aO%q!aO%r!aO%s!aO~P!)nOVWi_Wi%qWi%rWi%sWi~P!)nO!T%dO!U%cOg&VXz&VX~O%z'kO%{'kO~P,eOz'mOg&UX~Og'oO~Oz'pO{'rO!W&XX~Oo0cOv0qOz'pO{'sO!W&XX~P'vO!W'uO~Om!oOn!oOo!rOp!sOkjisjizji{ji!xji#gji%[ji%_ji%zji~Ol!qO~P!.aOlji~P!.aOk0eOl0fOm0dOn0dOo0mOp0nO~Ot'wO~P!/jOV'|Og'}Oo0cOv0qO~P'vOg'}Oz(OO~Og(QO~O!U(SO~Og(TOz(OO!T%dO!U%cO~P%SOk0eOl0fOm0dOn0dOo0mOp0nOgqa!Tqa!Uqa%{qa!Wqa![qa!Qqa#[qatqa!mqa~PEcOV'|Oo0cOv0qO!W&Sa~P'vOz(WO!W&Sa~O!W(XO~Oz(WO!T%dO!U%cO!W&Sa~P%SOV(]Oo0cOv0qO![%}a#g%}a%[%}a%_%}ag%}a{%}a!m%}a%z%}a~P'vOz(^O![%}a#g%}a%[%}a%_%}ag%}a{%}a!m%}a%z%}a~O![(aO~Oz(^O!T%dO!U%cO![%}a~P%SOz(dO!T%dO!U%cO![&Ta~P%SOz(gO{&lX![&lX!m&lX%z&lX~O{(kO![(mO!m(nO%z(jO~OV&OOopOvqO{%hi!x%hi#g%hi%[%hi%_%hi%z%hi~P'vOz(pO{%hi!x%hi#g%hi%[%hi%_%hi%z%hi~O!f&UOh&sa%[&saz&sa#[&sa#g&sa%_&sa#Z&sag&sa~O%[(uO~OV#sOa#tO%uWO~Oz&]O{wa~OopOvqO~P'vOz(^O#g%}a%[%}a%_%}ag%}a{%}a![%}a!m%}a%z%}a~P%SOz(zO#g%hX%[%hX%_%hX%z%hX~O%z#|O#gUi%[Ui%_Ui~O#g&Pa%[&Pa%_&Pan&Pa~P'vOz(}O#g&Pa%[&Pa%_&Pan&Pa~O%uWO#g&ra%[&ra%_&rag&ra~Oz)SO#g&ra%[&ra%_&rag&ra~Og)VO~OV)WOh$WO%uWO~O#Z)XO~O%uWO#g&ta%[&ta%_&ta~Oz)ZO#g&ta%[&ta%_&ta~Oo0cOv0qO#g&pa%[&pa%_&pa{&pa~P'vOz)^O#g&pa%[&pa%_&pa{&pa~OV)`Oa)`O%uWO~O%z)eO~Ot)hO#j)gOP#hiV#hif#hih#hio#his#hiv#hi!P#hi!Q#hi!T#hi!U#hi!X#hi!]#hi!h#hi!r#hi!s#hi!t#hi!{#hi!}#hi#P#hi#R#hi#T#hi#X#hi#Z#hi#^#hi#_#hi#a#hi#c#hi#l#hi#o#hi#s#hi#u#hi#z#hi#}#hi$P#hi%X#hi%o#hi%p#hi%t#hi%u#hi&Z#hi&[#hi&]#hi&^#hi&_#hi&`#hi&a#hi&b#hi&c#hi&d#hi&e#hi&f#hi&g#hi&h#hi&i#hi&j#hi%Z#hi%_#hi~Ot)iOP#kiV#kif#kih#kio#kis#kiv#ki!P#ki!Q#ki!T#ki!U#ki!X#ki!]#ki!h#ki!r#ki!s#ki!t#ki!{#ki!}#ki#P#ki#R#ki#T#ki#X#ki#Z#ki#^#ki#_#ki#a#ki#c#ki#l#ki#o#ki#s#ki#u#ki#z#ki#}#ki$P#ki%X#ki%o#ki%p#ki%t#ki%u#ki&Z#ki&[#ki&]#ki&^#ki&_#ki&`#ki&a#ki&b#ki&c#ki&d#ki&e#ki&f#ki&g#ki&h#ki&i#ki&j#ki%Z#ki%_#ki~OV)kOn&wa~P'vOz)lOn&wa~Oz)lOn&wa~P%SOn)pO~O%Y)tO~Ot)wO#p'WO#q)vOP#niV#nif#nih#nio#nis#niv#ni!P#ni!Q#ni!T#ni!U#ni!X#ni!]#ni!h#ni!r#ni!s#ni!t#ni!{#ni!}#ni#P#ni#R#ni#T#ni#X#ni#Z#ni#^#ni#_#ni#a#ni#c#ni#l#ni#o#ni#s#ni#u#ni#z#ni#}#ni$P#ni%X#ni%o#ni%p#ni%t#ni%u#ni&Z#ni&[#ni&]#ni&^#ni&_#ni&`#ni&a#ni&b#ni&c#ni&d#ni&e#ni&f#ni&g#ni&h#ni&i#ni&j#ni%Z#ni%_#ni~OV)zOo0cOv0qO{$jO~P'vOo0cOv0qO{&xa~P'vOz*OO{&xa~OV*SOa*TOg*WO%q*UO%uWO~O{$jO&{*YO~Oh'_O~Oh!iO{$jO~O%[*_O~O%[*aO%_*aO~OV$}Oa$}Oo0cOv0qOg&Ua~P'vOz*dOg&Ua~Oo0cOv0qO{*gO!W&Xa~P'vOz*hO!W&Xa~Oo0cOv0qOz*hO{*kO!W&Xa~P'vOo0cOv0qOz*hO!W&Xa~P'vOz*hO{*kO!W&Xa~Om0dOn0dOo0mOp0nOgjikjisjizji!Tji!Uji%{ji!Wji{ji![ji#gji%[ji%_ji!Qji#[jitji!mji%zji~Ol0fO~P!NkOlji~P!NkOV'|Og*pOo0cOv0qO~P'vOn*rO~Og*pOz*tO~Og*uO~OV'|Oo0cOv0qO!W&Si~P'vOz*vO!W&Si~O!W*wO~OV(]Oo0cOv0qO![%}i#g%}i%[%}i%_%}ig%}i{%}i!m%}i%z%}i~P'vOz*zO!T%dO!U%cO![&Ti~Oz*}O![%}i#g%}i%[%}i%_%}ig%}i{%}i!m%}i%z%}i~O![+OO~Oa+QOo0cOv0qO![&Ti~P'vOz*zO![&Ti~O![+SO~OV+UOo0cOv0qO{&la![&la!m&la%z&la~P'vOz+VO{&la![&la!m&la%z&la~O!]+YO&n+[O![!nX~O![+^O~O{(kO![+_O~O{(kO![+_O!m+`O~OV&OOopOvqO{%hq!x%hq#g%hq%[%hq%_%hq%z%hq~P'vOz$ri{$ri!x$ri#g$ri%[$ri%_$ri%z$ri~P%SOV&OOopOvqO~P'vOV&OOo0cOv0qO#g%ha%[%ha%_%ha%z%ha~P'vOz+aO#g%ha%[%ha%_%ha%z%ha~Oz$ia#g$ia%[$ia%_$ian$ia~P%SO#g&Pi%[&Pi%_&Pin&Pi~P'vOz+dO#g#Wq%[#Wq%_#Wq~O#[+eOz$va#g$va%[$va%_$vag$va~O%uWO#g&ri%[&ri%_&rig&ri~Oz+gO#g&ri%[&ri%_&rig&ri~OV+iOh$WO%uWO~O%uWO#g&ti%[&ti%_&ti~Oo0cOv0qO#g&pi%[&pi%_&pi{&pi~P'vO{#{Oz#eX!W#eX~Oz+mO!W&uX~O!W+oO~Ot+rO#j)gOP#hqV#hqf#hqh#hqo#hqs#hqv#hq!P#hq!Q#hq!T#hq!U#hq!X#hq!]#hq!h#hq!r#hq!s#hq!t#hq!{#hq!}#hq#P#hq#R#hq#T#hq#X#hq#Z#hq#^#hq#_#hq#a#hq#c#hq#l#hq#o#hq#s#hq#u#hq#z#hq#}#hq$P#hq%X#hq%o#hq%p#hq%t#hq%u#hq&Z#hq&[#hq&]#hq&^#hq&_#hq&`#hq&a#hq&b#hq&c#hq&d#hq&e#hq&f#hq&g#hq&h#hq&i#hq&j#hq%Z#hq%_#hq~On$|az$|a~P%SOV)kOn&wi~P'vOz+yOn&wi~Oz,TO{$jO#[,TO~O#q,VOP#nqV#nqf#nqh#nqo#nqs#nqv#nq!P#nq!Q#nq!T#nq!U#nq!X#nq!]#nq!h#nq!r#nq!s#nq!t#nq!{#nq!}#nq#P#nq#R#nq#T#nq#X#nq#Z#nq#^#nq#_#nq#a#nq#c#nq#l#nq#o#nq#s#nq#u#nq#z#nq#}#nq$P#nq%X#nq%o#nq%p#nq%t#nq%u#nq&Z#nq&[#nq&]#nq&^#nq&_#nq&`#nq&a#nq&b#nq&c#nq&d#nq&e#nq&f#nq&g#nq&h#nq&i#nq&j#nq%Z#nq%_#nq~O#[,WOz%Oa{%Oa~Oo0cOv0qO{&xi~P'vOz,YO{&xi~O{#{O%z,[Og&zXz&zX~O%uWOg&zXz&zX~Oz,`Og&yX~Og,bO~O%Y,eO~O!T%dO!U%cOg&Viz&Vi~OV$}Oa$}Oo0cOv0qOg&Ui~P'vO{,hOz$la!W$la~Oo0cOv0qO{,iOz$la!W$la~P'vOo0cOv0qO{*gO!W&Xi~P'vOz,lO!W&Xi~Oo0cOv0qOz,lO!W&Xi~P'vOz,lO{,oO!W&Xi~Og$hiz$hi!W$hi~P%SOV'|Oo0cOv0qO~P'vOn,qO~OV'|Og,rOo0cOv0qO~P'vOV'|Oo0cOv0qO!W&Sq~P'vOz$gi![$gi#g$gi%[$gi%_$gig$gi{$gi!m$gi%z$gi~P%SOV(]Oo0cOv0qO~P'vOa+QOo0cOv0qO![&Tq~P'vOz,sO![&Tq~O![,tO~OV(]Oo0cOv0qO![%}q#g%}q%[%}q%_%}qg%}q{%}q!m%}q%z%}q~P'vO{,uO~OV+UOo0cOv0qO{&li![&li!m&li%z&li~P'vOz,zO{&li![&li!m&li%z&li~O!]+YO&n+[O![!na~O{(kO![,}O~OV&OOo0cOv0qO#g%hi%[%hi%_%hi%z%hi~P'vOz-OO#g%hi%[%hi%_%hi%z%hi~O%uWO#g&rq%[&rq%_&rqg&rq~Oz-RO#g&rq%[&rq%_&rqg&rq~OV)`Oa)`O%uWO!W&ua~Oz-TO!W&ua~On$|iz$|i~P%SOV)kO~P'vOV)kOn&wq~P'vOt-XOP#myV#myf#myh#myo#mys#myv#my!P#my!Q#my!T#my!U#my!X#my!]#my!h#my!r#my!s#my!t#my!{#my!}#my#P#my#R#my#T#my#X#my#Z#my#^#my#_#my#a#my#c#my#l#my#o#my#s#my#u#my#z#my#}#my$P#my%X#my%o#my%p#my%t#my%u#my&Z#my&[#my&]#my&^#my&_#my&`#my&a#my&b#my&c#my&d#my&e#my&f#my&g#my&h#my&i#my&j#my%Z#my%_#my~O%Z-]O%_-]O~P`O#q-^OP#nyV#nyf#nyh#nyo#nys#nyv#ny!P#ny!Q#ny!T#ny!U#ny!X#ny!]#ny!h#ny!r#ny!s#ny!t#ny!{#ny!}#ny#P#ny#R#ny#T#ny#X#ny#Z#ny#^#ny#_#ny#a#ny#c#ny#l#ny#o#ny#s#ny#u#ny#z#ny#}#ny$P#ny%X#ny%o#ny%p#ny%t#ny%u#ny&Z#ny&[#ny&]#ny&^#ny&_#ny&`#ny&a#ny&b#ny&c#ny&d#ny&e#ny&f#ny&g#ny&h#ny&i#ny&j#ny%Z#ny%_#ny~Oz-aO{$jO#[-aO~Oo0cOv0qO{&xq~P'vOz-dO{&xq~O%z,[Og&zaz&za~O{#{Og&zaz&za~OV*SOa*TO%q*UO%uWOg&ya~Oz-hOg&ya~O$S-lO~OV$}Oa$}Oo0cOv0qO~P'vOo0cOv0qO{-mOz$li!W$li~P'vOo0cOv0qOz$li!W$li~P'vO{-mOz$li!W$li~Oo0cOv0qO{*gO~P'vOo0cOv0qO{*gO!W&Xq~P'vOz-pO!W&Xq~Oo0cOv0qOz-pO!W&Xq~P'vOs-sO!T%dO!U%cOg&Oq!W&Oq![&Oqz&Oq~P!/jOa+QOo0cOv0qO![&Ty~P'vOz$ji![$ji~P%SOa+QOo0cOv0qO~P'vOV+UOo0cOv0qO~P'vOV+UOo0cOv0qO{&lq![&lq!m&lq%z&lq~P'vO{(kO![-xO!m-yO%z-wO~OV&OOo0cOv0qO#g%hq%[%hq%_%hq%z%hq~P'vO%uWO#g&ry%[&ry%_&ryg&ry~OV)`Oa)`O%uWO!W&ui~Ot-}OP#m!RV#m!Rf#m!Rh#m!Ro#m!Rs#m!Rv#m!R!P#m!R!Q#m!R!T#m!R!U#m!R!X#m!R!]#m!R!h#m!R!r#m!R!s#m!R!t#m!R!{#m!R!}#m!R#P#m!R#R#m!R#T#m!R#X#m!R#Z#m!R#^#m!R#_#m!R#a#m!R#c#m!R#l#m!R#o#m!R#s#m!R#u#m!R#z#m!R#}#m!R$P#m!R%X#m!R%o#m!R%p#m!R%t#m!R%u#m!R&Z#m!R&[#m!R&]#m!R&^#m!R&_#m!R&`#m!R&a#m!R&b#m!R&c#m!R&d#m!R&e#m!R&f#m!R&g#m!R&h#m!R&i#m!R&j#m!R%Z#m!R%_#m!R~Oo0cOv0qO{&xy~P'vOV*SOa*TO%q*UO%uWOg&yi~O$S-lO%Z.VO%_.VO~OV.aOh._O!X.^O!].`O!h.YO!s.[O!t.[O%p.XO%uWO&Z]O&[]O&]]O&^]O&_]O&`]O&a]O&b]O~Oo0cOv0qOz$lq!W$lq~P'vO{.fOz$lq!W$lq~Oo0cOv0qO{*gO!W&Xy~P'vOz.gO!W&Xy~Oo0cOv.kO~P'vOs-sO!T%dO!U%cOg&Oy!W&Oy![&Oyz&Oy~P!/jO{(kO![.nO~O{(kO![.nO!m.oO~OV*SOa*TO%q*UO%uWO~Oh.tO!f.rOz$TX#[$TX%j$TXg$TX~Os$TX{$TX!W$TX![$TX~P$-bO%o.vO%p.vOs$UXz$UX{$UX#[$UX%j$UX!W$UXg$UX![$UX~O!h.xO~Oz.|O#[/OO%j.yOs&|X{&|X!W&|Xg&|X~Oa/RO~P$)zOh.tOs&}Xz&}X{&}X#[&}X%j&}X!W&}Xg&}X![&}X~Os/VO{$jO~Oo0cOv0qOz$ly!W$ly~P'vOo0cOv0qO{*gO!W&X!R~P'vOz/ZO!W&X!R~Og&RXs&RX!T&RX!U&RX!W&RX![&RXz&RX~P!/jOs-sO!T%dO!U%cOg&Qa!W&Qa![&Qaz&Qa~O{(kO![/^O~O!f.rOh$[as$[az$[a{$[a#[$[a%j$[a!W$[ag$[a![$[a~O!h/eO~O%o.vO%p.vOs$Uaz$Ua{$Ua#[$Ua%j$Ua!W$Uag$Ua![$Ua~O%j.yOs$Yaz$Ya{$Ya#[$Ya!W$Yag$Ya![$Ya~Os&|a{&|a!W&|ag&|a~P$)nOz/jOs&|a{&|a!W&|ag&|a~O!W/mO~Og/mO~O{/oO~O![/pO~Oo0cOv0qO{*gO!W&X!Z~P'vO{/sO~O%z/tO~P$-bOz/uO#[/OO%j.yOg'PX~Oz/uOg'PX~Og/wO~O!h/xO~O#[/OOs%Saz%Sa{%Sa%j%Sa!W%Sag%Sa![%Sa~O#[/OO%j.yOs%Waz%Wa{%Wa!W%Wag%Wa~Os&|i{&|i!W&|ig&|i~P$)nOz/zO#[/OO%j.yO!['Oa~Og'Pa~P$)nOz0SOg'Pa~Oa0UO!['Oi~P$)zOz0WO!['Oi~Oz0WO#[/OO%j.yO!['Oi~O#[/OO%j.yOg$biz$bi~O%z0ZO~P$-bO#[/OO%j.yOg%Vaz%Va~Og'Pi~P$)nO{0^O~Oa0UO!['Oq~P$)zOz0`O!['Oq~O#[/OO%j.yOz%Ui![%Ui~Oa0UO~P$)zOa0UO!['Oy~P$)zO#[/OO%j.yOg$ciz$ci~O#[/OO%j.yOz%Uq![%Uq~Oz+aO#g%ha%[%ha%_%ha%z%ha~P%SOV&OOo0cOv0qO~P'vOn0hO~Oo0hO~P'vO{0iO~Ot0jO~P!/jO&]&Z&j&h&i&g&f&d&e&c&b&`&a&_&^&[%u~",goto:"!=j'QPPPPPP'RP'Z*s+[+t,_,y-fP.SP'Z.r.r'ZPPP'Z2[PPPPPP2[5PPP5PP7b7k=sPP=v>h>kPP'Z'ZPP>zPP'Z'ZPP'Z'Z'Z'Z'Z?O?w'ZP?zP@QDXGuGyPG|HWH['ZPPPH_Hk'RP'R'RP'RP'RP'RP'RP'R'R'RP'RPP'RPP'RP'RPHqH}IVPI^IdPI^PI^I^PPPI^PKrPK{LVL]KrPI^LfPI^PLmLsPLwM]MzNeLwLwNkNxLwLwLwLw! ^! d! g! l! o! y!!P!!]!!o!!u!#P!#V!#s!#y!$P!$Z!$a!$g!$y!%T!%Z!%a!%k!%q!%w!%}!&T!&Z!&e!&k!&u!&{!'U!'[!'k!'s!'}!(UPPPPPPPPPPP!([!(_!(e!(n!(x!)TPPPPPPPPPPPP!-u!/Z!3^!6oPP!6w!7W!7a!8Y!8P!8c!8i!8l!8o!8r!8z!9jPPPPPPPPPPPPPPPPP!9m!9q!9wP!:]!:a!:m!:v!;S!;j!;m!;p!;v!;|!<S!<VP!<_!<h!=d!=g]eOn#g$j)t,P'}`OTYZ[adnoprtxy}!P!Q!R!U!X!c!d!e!f!g!h!i!k!o!p!q!s!t!z#O#S#T#[#d#g#x#y#{#}$Q$e$g$h$j$q$}%S%Z%^%`%c%g%l%n%w%|&O&Z&_&h&j&k&u&x&|'P'W'Z'l'm'p'r's'w'|(O(S(W(](^(d(g(p(r(z(})^)e)g)k)l)p)t)z*O*Y*d*g*h*k*q*r*t*v*y*z*}+Q+U+V+Y+a+c+d+k+x+y,P,X,Y,],g,h,i,k,l,o,q,s,u,w,y,z-O-d-f-m-p-s.f.g/V/Z/s0c0d0e0f0h0i0j0k0l0n0r{!cQ#c#p$R$d$p%e%j%p%q&`'O'g(q(|)j*o*x+w,v0g}!dQ#c#p$R$d$p$u%e%j%p%q&`'O'g(q(|)j*o*x+w,v0g!P!eQ#c#p$R$d$p$u$v%e%j%p%q&`'O'g(q(|)j*o*x+w,v0g!R!fQ#c#p$R$d$p$u$v$w%e%j%p%q&`'O'g(q(|)j*o*x+w,v0g!T!gQ#c#p$R$d$p$u$v$w$x%e%j%p%q&`'O'g(q(|)j*o*x+w,v0g!V!hQ#c#p$R$d$p$u$v$w$x$y%e%j%p%q&`'O'g(q(|)j*o*x+w,v0g!Z!hQ!n#c#p$R$d$p$u$v$w$x$y$z%e%j%p%q&`'O'g(q(|)j*o*x+w,v0g'}TOTYZ[adnoprtxy}!P!Q!R!U!X!c!d!e!f!g!h!i!k!o!p!q!s!t!z#O#S#T#[#d#g#x#y#{#}$Q$e$g$h$j$q$}%S%Z%^%`%c%g%l%n%w%|&O&Z&_&h&j&k&u&x&|'P'W'Z'l'm'p'r's'w'|(O(S(W(](^(d(g(p(r(z(})^)e)g)k)l)p)t)z*O*Y*d*g*h*k*q*r*t*v*y*z*}+Q+U+V+Y+a+c+d+k+x+y,P,X,Y,],g,h,i,k,l,o,q,s,u,w,y,z-O-d-f-m-p-s.f.g/V/Z/s0c0d0e0f0h0i0j0k0l0n0r&eVOYZ[dnprxy}!P!Q!U!i!k!o!p!q!s!t#[#d#g#y#{#}$Q$h$j$}%S%Z%^%`%g%l%n%w%|&Z&_&j&k&u&x'P'W'Z'l'm'p'r's'w(O(W(^(d(g(p(r(z)^)e)g)p)t)z*O*Y*d*g*h*k*q*r*t*v*y*z*}+U+V+Y+a+d+k,P,X,Y,],g,h,i,k,l,o,q,s,u,w,y,z-O-d-f-m-p-s.f.g/V/Z/s0c0d0e0f0h0i0j0k0n0r%oXOYZ[dnrxy}!P!Q!U!i!k#[#d#g#y#{#}$Q$h$j$}%S%^%`%g%l%n%w%|&Z&_&j&k&u&x'P'W'Z'l'm'p'r's'w(O(W(^(d(g(p(r(z)^)e)g)p)t)z*O*Y*d*g*h*k*q*t*v*y*z*}+U+V+Y+a+d+k,P,X,Y,],g,h,i,k,l,o,s,u,w,y,z-O-d-f-m-p.f.g/V/Z0i0j0kQ#vqQ/[.kR0o0q't`OTYZ[adnoprtxy}!P!Q!R!U!X!c!d!e!f!g!h!k!o!p!q!s!t!z#O#S#T#[#d#g#x#y#{#}$Q$e$g$h$j$q$}%S%Z%^%`%c%g%l%n%w%|&O&Z&_&h&j&k&u&x&|'P'W'Z'l'p'r's'w'|(O(S(W(](^(d(g(p(r(z(})^)e)g)k)l)p)t)z*O*Y*g*h*k*q*r*t*v*y*z*}+Q+U+V+Y+a+c+d+k+x+y,P,X,Y,],h,i,k,l,o,q,s,u,w,y,z-O-d-f-m-p-s.f.g/V/Z/s0c0d0e0f0h0i0j0k0l0n0rh#jhz{$W$Z&l&q)S)X+f+g-RW#rq&].k0qQ$]|Q$a!OQ$n!VQ$o!WW$|!i'm*d,gS&[#s#tQ'S$iQ(s&UQ)U&nU)Y&s)Z+jW)a&w+m-T-{Q*Q']W*R'_,`-h.TQ+l)`S,_*S*TQ-Q+eQ-_,TQ-c,WQ.R-al.W-l.^._.a.z.|/R/j/o/t/y0U0Z0^Q/S.`Q/a.tQ/l/OU0P/u0S0[X0V/z0W0_0`R&Z#r!_!wYZ!P!Q!k%S%`%g'p'r's(O(W)g*g*h*k*q*t*v,h,i,k,l,o-m-p.f.g/ZR%^!vQ!{YQ%x#[Q&d#}Q&g$QR,{+YT.j-s/s!Y!jQ!n#c#p$R$d$p$u$v$w$x$y$z%e%j%p%q&`'O'g(q(|)j*o*x+w,v0gQ&X#kQ'c$oR*^'dR'l$|Q%V!mR/_.r'|_OTYZ[adnoprtxy}!P!Q!R!U!X!c!d!e!f!g!h!i!k!o!p!q!s!t!z#O#S#T#[#d#g#x#y#{#}$Q$e$g$h$j$q$}%S%Z%^%`%c%g%l%n%w%|&O&Z&_&h&j&k&u&x&|'P'W'Z'l'm'p'r's'w'|(O(S(W(](^(d(g(p(r(z(})^)e)g)k)l)p)t)z*O*Y*d*g*h*k*q*r*t*v*y*z*}+Q+U+V+Y+a+c+d+k+x+y,P,X,Y,],g,h,i,k,l,o,q,s,u,w,y,z-O-d-f-m-p-s.f.g/V/Z/s0c0d0e0f0h0i0j0k0l0n0rS#a_#b!P.[-l.^._.`.a.t.z.|/R/j/o/t/u/y/z0S0U0W0Z0[0^0_0`'|_OTYZ[adnoprtxy}!P!Q!R!U!X!c!d!e!f!g!h!i!k!o!p!q!s!t!z#O#S#T#[#d#g#x#y#{#}$Q$e$g$h$j$q$}%S%Z%^%`%c%g%l%n%w%|&O&Z&_&h&j&k&u&x&|'P'W'Z'l'm'p'r's'w'|(O(S(W(](^(d(g(p(r(z(})^)e)g)k)l)p)t)z*O*Y*d*g*h*k*q*r*t*v*y*z*}+Q+U+V+Y+a+c+d+k+x+y,P,X,Y,],g,h,i,k,l,o,q,s,u,w,y,z-O-d-f-m-p-s.f.g/V/Z/s0c0d0e0f0h0i0j0k0l0n0rT#a_#bT#^^#_R(o%xa(l%x(n(o+`,{-y-z.oT+[(k+]R-z,{Q$PsQ+l)aQ,^*RR-e,_X#}s$O$P&fQ&y$aQ'a$nQ'd$oR)s'SQ)b&wV-S+m-T-{ZgOn$j)t,PXkOn)t,PQ$k!TQ&z$bQ&{$cQ'^$mQ'b$oQ)q'RQ)x'WQ){'XQ)|'YQ*Z'`S*]'c'dQ+s)gQ+u)hQ+v)iQ+z)oS+|)r*[Q,Q)vQ,R)wS,S)y)zQ,d*^Q-V+rQ-W+tQ-Y+{S-Z+},OQ-`,UQ-b,VQ-|-XQ.O-[Q.P-^Q.Q-_Q.p-}Q.q.RQ/W.dR/r/XWkOn)t,PR#mjQ'`$nS)r'S'aR,O)sQ,]*RR-f,^Q*['`Q+})rR-[,OZiOjn)t,PQ'f$pR*`'gT-j,e-ku.c-l.^._.a.t.z.|/R/j/o/t/u/y0S0U0Z0[0^t.c-l.^._.a.t.z.|/R/j/o/t/u/y0S0U0Z0[0^Q/S.`X0V/z0W0_0`!P.Z-l.^._.`.a.t.z.|/R/j/o/t/u/y/z0S0U0W0Z0[0^0_0`Q.w.YR/f.xg.z.].{/b/i/n/|0O0Q0]0a0bu.b-l.^._.a.t.z.|/R/j/o/t/u/y0S0U0Z0[0^X.u.W.b/a0PR/c.tV0R/u0S0[R/X.dQnOS#on,PR,P)tQ&^#uR(x&^S%m#R#wS(_%m(bT(b%p&`Q%a!yQ%h!}W(P%a%h(U(YQ(U%eR(Y%jQ&i$RR)O&iQ(e%qQ*{(`T+R(e*{Q'n%OR*e'nS'q%R%SY*i'q*j,m-q.hU*j'r's'tU,m*k*l*mS-q,n,oR.h-rQ#Y]R%t#YQ#_^R%y#_Q(h%vS+W(h+XR+X(iQ+](kR,|+]Q#b_R%{#bQ#ebQ%}#cW&Q#e%}({+bQ({&cR+b0gQ$OsS&e$O&fR&f$PQ&v$_R)_&vQ&V#jR(t&VQ&m$VS)T&m+hR+h)UQ$Z{R&p$ZQ&t$]R)[&tQ+n)bR-U+nQ#hfR&S#hQ)f&zR+q)fQ&}$dS)m&})nR)n'OQ'V$kR)u'VQ'[$lS*P'[,ZR,Z*QQ,a*VR-i,aWjOn)t,PR#ljQ-k,eR.U-kd.{.]/b/i/n/|0O0Q0]0a0bR/h.{U.s.W/a0PR/`.sQ/{/nS0X/{0YR0Y/|S/v/b/cR0T/vQ.}.]R/k.}R!ZPXmOn)t,PWlOn)t,PR'T$jYfOn$j)t,PR&R#g[sOn#g$j)t,PR&d#}&dQOYZ[dnprxy}!P!Q!U!i!k!o!p!q!s!t#[#d#g#y#{#}$Q$h$j$}%S%Z%^%`%g%l%n%w%|&Z&_&j&k&u&x'P'W'Z'l'm'p'r's'w(O(W(^(d(g(p(r(z)^)e)g)p)t)z*O*Y*d*g*h*k*q*r*t*v*y*z*}+U+V+Y+a+d+k,P,X,Y,],g,h,i,k,l,o,q,s,u,w,y,z-O-d-f-m-p-s.f.g/V/Z/s0c0d0e0f0h0i0j0k0n0rQ!nTQ#caQ#poU$Rt%c(SS$d!R$gQ$p!XQ$u!cQ$v!dQ$w!eQ$x!fQ$y!gQ$z!hQ%e!zQ%j#OQ%p#SQ%q#TQ&`#xQ'O$eQ'g$qQ(q&OU(|&h(}+cW)j&|)l+x+yQ*o'|Q*x(]Q+w)kQ,v+QR0g0lQ!yYQ!}ZQ$b!PQ$c!QQ%R!kQ't%S^'{%`%g(O(W*q*t*v^*f'p*h,k,l-p.g/ZQ*l'rQ*m'sQ+t)gQ,j*gQ,n*kQ-n,hQ-o,iQ-r,oQ.e-mR/Y.f[bOn#g$j)t,P!^!vYZ!P!Q!k%S%`%g'p'r's(O(W)g*g*h*k*q*t*v,h,i,k,l,o-m-p.f.g/ZQ#R[Q#fdS#wrxQ$UyW$_}$Q'P)pS$l!U$hW${!i'm*d,gS%v#[+Y`&P#d%|(p(r(z+a-O0kQ&a#yQ&b#{Q&c#}Q'j$}Q'z%^W([%l(^*y*}Q(`%nQ(i%wQ(v&ZS(y&_0iQ)P&jQ)Q&kU)]&u)^+kQ)d&xQ)y'WY)}'Z*O,X,Y-dQ*b'lS*n'w0jW+P(d*z,s,wW+T(g+V,y,zQ+p)eQ,U)zQ,c*YQ,x+UQ-P+dQ-e,]Q-v,uQ.S-fR/q/VhUOn#d#g$j%|&_'w(p(r)t,P%U!uYZ[drxy}!P!Q!U!i!k#[#y#{#}$Q$h$}%S%^%`%g%l%n%w&Z&j&k&u&x'P'W'Z'l'm'p'r's(O(W(^(d(g(z)^)e)g)p)z*O*Y*d*g*h*k*q*t*v*y*z*}+U+V+Y+a+d+k,X,Y,],g,h,i,k,l,o,s,u,w,y,z-O-d-f-m-p.f.g/V/Z0i0j0kQ#qpW%W!o!s0d0nQ%X!pQ%Y!qQ%[!tQ%f0cS'v%Z0hQ'x0eQ'y0fQ,p*rQ-u,qS.i-s/sR0p0rU#uq.k0qR(w&][cOn#g$j)t,PZ!xY#[#}$Q+YQ#W[Q#zrR$TxQ%b!yQ%i!}Q%o#RQ'j${Q(V%eQ(Z%jQ(c%pQ(f%qQ*|(`Q,f*bQ-t,pQ.m-uR/].lQ$StQ(R%cR*s(SQ.l-sR/}/sR#QZR#V[R%Q!iQ%O!iV*c'm*d,g!Z!lQ!n#c#p$R$d$p$u$v$w$x$y$z%e%j%p%q&`'O'g(q(|)j*o*x+w,v0gR%T!kT#]^#_Q%x#[R,{+YQ(m%xS+_(n(oQ,}+`Q-x,{S.n-y-zR/^.oT+Z(k+]Q$`}Q&g$QQ)o'PR+{)pQ$XzQ)W&qR+i)XQ$XzQ&o$WQ)W&qR+i)XQ#khW$Vz$W&q)XQ$[{Q&r$ZZ)R&l)S+f+g-RR$^|R)c&wXlOn)t,PQ$f!RR'Q$gQ$m!UR'R$hR*X'_Q*V'_V-g,`-h.TQ.d-lQ/P.^R/Q._U.]-l.^._Q/U.aQ/b.tQ/g.zU/i.|/j/yQ/n/RQ/|/oQ0O/tU0Q/u0S0[Q0]0UQ0a0ZR0b0^R/T.`R/d.t",nodeNames:"⚠ print Escape { Comment Script AssignStatement * BinaryExpression BitOp BitOp BitOp BitOp ArithOp ArithOp @ ArithOp ** UnaryExpression ArithOp BitOp AwaitExpression await ) ( ParenthesizedExpression BinaryExpression or and CompareOp in not is UnaryExpression ConditionalExpression if else LambdaExpression lambda ParamList VariableName AssignOp , : NamedExpression AssignOp YieldExpression yield from TupleExpression ComprehensionExpression async for LambdaExpression ] [ ArrayExpression ArrayComprehensionExpression } { DictionaryExpression DictionaryComprehensionExpression SetExpression SetComprehensionExpression CallExpression ArgList AssignOp MemberExpression . PropertyName Number String FormatString FormatReplacement FormatSelfDoc FormatConversion FormatSpec FormatReplacement FormatSelfDoc ContinuedString Ellipsis None Boolean TypeDef AssignOp UpdateStatement UpdateOp ExpressionStatement DeleteStatement del PassStatement pass BreakStatement break ContinueStatement continue ReturnStatement return YieldStatement PrintStatement RaiseStatement raise ImportStatement import as ScopeStatement global nonlocal AssertStatement assert TypeDefinition type TypeParamList TypeParam StatementGroup ; IfStatement Body elif WhileStatement while ForStatement TryStatement try except finally WithStatement with FunctionDefinition def ParamList AssignOp TypeDef ClassDefinition class DecoratedStatement Decorator At MatchStatement match MatchBody MatchClause case CapturePattern LiteralPattern ArithOp ArithOp AsPattern OrPattern LogicOp AttributePattern SequencePattern MappingPattern StarPattern ClassPattern PatternArgList KeywordPattern KeywordPattern Guard",maxTerm:277,context:dx,nodeProps:[["isolate",-5,4,71,72,73,77,""],["group",-15,6,85,87,88,90,92,94,96,98,99,100,102,105,108,110,"Statement Statement",-22,8,18,21,25,40,49,50,56,57,60,61,62,63,64,67,70,71,72,79,80,81,82,"Expression",-10,114,116,119,121,122,126,128,133,135,138,"Statement",-9,143,144,147,148,150,151,152,153,154,"Pattern"],["openedBy",23,"(",54,"[",58,"{"],["closedBy",24,")",55,"]",59,"}"]],propSources:[hx],skippedNodes:[0,4],repeatNodeCount:34,tokenData:"!2|~R!`OX%TXY%oY[%T[]%o]p%Tpq%oqr'ars)Yst*xtu%Tuv,dvw-hwx.Uxy/tyz0[z{0r{|2S|}2p}!O3W!O!P4_!P!Q:Z!Q!R;k!R![>_![!]Do!]!^Es!^!_FZ!_!`Gk!`!aHX!a!b%T!b!cIf!c!dJU!d!eK^!e!hJU!h!i!#f!i!tJU!t!u!,|!u!wJU!w!x!.t!x!}JU!}#O!0S#O#P&o#P#Q!0j#Q#R!1Q#R#SJU#S#T%T#T#UJU#U#VK^#V#YJU#Y#Z!#f#Z#fJU#f#g!,|#g#iJU#i#j!.t#j#oJU#o#p!1n#p#q!1s#q#r!2a#r#s!2f#s$g%T$g;'SJU;'S;=`KW<%lOJU`%YT&n`O#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%T`%lP;=`<%l%To%v]&n`%c_OX%TXY%oY[%T[]%o]p%Tpq%oq#O%T#O#P&o#P#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%To&tX&n`OY%TYZ%oZ]%T]^%o^#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tc'f[&n`O!_%T!_!`([!`#T%T#T#U(r#U#f%T#f#g(r#g#h(r#h#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tc(cTmR&n`O#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tc(yT!mR&n`O#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk)aV&n`&[ZOr%Trs)vs#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk){V&n`Or%Trs*bs#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk*iT&n`&^ZO#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%To+PZS_&n`OY*xYZ%TZ]*x]^%T^#o*x#o#p+r#p#q*x#q#r+r#r;'S*x;'S;=`,^<%lO*x_+wTS_OY+rZ]+r^;'S+r;'S;=`,W<%lO+r_,ZP;=`<%l+ro,aP;=`<%l*xj,kV%rQ&n`O!_%T!_!`-Q!`#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tj-XT!xY&n`O#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tj-oV%lQ&n`O!_%T!_!`-Q!`#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk.]V&n`&ZZOw%Twx.rx#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk.wV&n`Ow%Twx/^x#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk/eT&n`&]ZO#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk/{ThZ&n`O#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tc0cTgR&n`O#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk0yXVZ&n`Oz%Tz{1f{!_%T!_!`-Q!`#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk1mVaR&n`O!_%T!_!`-Q!`#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk2ZV%oZ&n`O!_%T!_!`-Q!`#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tc2wTzR&n`O#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%To3_W%pZ&n`O!_%T!_!`-Q!`!a3w!a#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Td4OT&{S&n`O#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk4fX!fQ&n`O!O%T!O!P5R!P!Q%T!Q![6T![#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk5WV&n`O!O%T!O!P5m!P#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk5tT!rZ&n`O#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Ti6[a!hX&n`O!Q%T!Q![6T![!g%T!g!h7a!h!l%T!l!m9s!m#R%T#R#S6T#S#X%T#X#Y7a#Y#^%T#^#_9s#_#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Ti7fZ&n`O{%T{|8X|}%T}!O8X!O!Q%T!Q![8s![#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Ti8^V&n`O!Q%T!Q![8s![#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Ti8z]!hX&n`O!Q%T!Q![8s![!l%T!l!m9s!m#R%T#R#S8s#S#^%T#^#_9s#_#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Ti9zT!hX&n`O#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk:bX%qR&n`O!P%T!P!Q:}!Q!_%T!_!`-Q!`#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tj;UV%sQ&n`O!_%T!_!`-Q!`#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Ti;ro!hX&n`O!O%T!O!P=s!P!Q%T!Q![>_![!d%T!d!e?q!e!g%T!g!h7a!h!l%T!l!m9s!m!q%T!q!rA]!r!z%T!z!{Bq!{#R%T#R#S>_#S#U%T#U#V?q#V#X%T#X#Y7a#Y#^%T#^#_9s#_#c%T#c#dA]#d#l%T#l#mBq#m#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Ti=xV&n`O!Q%T!Q![6T![#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Ti>fc!hX&n`O!O%T!O!P=s!P!Q%T!Q![>_![!g%T!g!h7a!h!l%T!l!m9s!m#R%T#R#S>_#S#X%T#X#Y7a#Y#^%T#^#_9s#_#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Ti?vY&n`O!Q%T!Q!R@f!R!S@f!S#R%T#R#S@f#S#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Ti@mY!hX&n`O!Q%T!Q!R@f!R!S@f!S#R%T#R#S@f#S#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%TiAbX&n`O!Q%T!Q!YA}!Y#R%T#R#SA}#S#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%TiBUX!hX&n`O!Q%T!Q!YA}!Y#R%T#R#SA}#S#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%TiBv]&n`O!Q%T!Q![Co![!c%T!c!iCo!i#R%T#R#SCo#S#T%T#T#ZCo#Z#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%TiCv]!hX&n`O!Q%T!Q![Co![!c%T!c!iCo!i#R%T#R#SCo#S#T%T#T#ZCo#Z#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%ToDvV{_&n`O!_%T!_!`E]!`#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%TcEdT%{R&n`O#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%TkEzT#gZ&n`O#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%TkFbXmR&n`O!^%T!^!_F}!_!`([!`!a([!a#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%TjGUV%mQ&n`O!_%T!_!`-Q!`#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%TkGrV%zZ&n`O!_%T!_!`([!`#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%TkH`WmR&n`O!_%T!_!`([!`!aHx!a#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%TjIPV%nQ&n`O!_%T!_!`-Q!`#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%TkIoV_Q#}P&n`O!_%T!_!`-Q!`#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%ToJ_]&n`&YS%uZO!Q%T!Q![JU![!c%T!c!}JU!}#R%T#R#SJU#S#T%T#T#oJU#p#q%T#r$g%T$g;'SJU;'S;=`KW<%lOJUoKZP;=`<%lJUoKge&n`&YS%uZOr%Trs)Ysw%Twx.Ux!Q%T!Q![JU![!c%T!c!tJU!t!uLx!u!}JU!}#R%T#R#SJU#S#T%T#T#fJU#f#gLx#g#oJU#p#q%T#r$g%T$g;'SJU;'S;=`KW<%lOJUoMRa&n`&YS%uZOr%TrsNWsw%Twx! vx!Q%T!Q![JU![!c%T!c!}JU!}#R%T#R#SJU#S#T%T#T#oJU#p#q%T#r$g%T$g;'SJU;'S;=`KW<%lOJUkN_V&n`&`ZOr%TrsNts#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%TkNyV&n`Or%Trs! `s#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk! gT&n`&bZO#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk! }V&n`&_ZOw%Twx!!dx#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk!!iV&n`Ow%Twx!#Ox#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk!#VT&n`&aZO#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%To!#oe&n`&YS%uZOr%Trs!%Qsw%Twx!&px!Q%T!Q![JU![!c%T!c!tJU!t!u!(`!u!}JU!}#R%T#R#SJU#S#T%T#T#fJU#f#g!(`#g#oJU#p#q%T#r$g%T$g;'SJU;'S;=`KW<%lOJUk!%XV&n`&dZOr%Trs!%ns#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk!%sV&n`Or%Trs!&Ys#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk!&aT&n`&fZO#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk!&wV&n`&cZOw%Twx!'^x#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk!'cV&n`Ow%Twx!'xx#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk!(PT&n`&eZO#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%To!(ia&n`&YS%uZOr%Trs!)nsw%Twx!+^x!Q%T!Q![JU![!c%T!c!}JU!}#R%T#R#SJU#S#T%T#T#oJU#p#q%T#r$g%T$g;'SJU;'S;=`KW<%lOJUk!)uV&n`&hZOr%Trs!*[s#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk!*aV&n`Or%Trs!*vs#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk!*}T&n`&jZO#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk!+eV&n`&gZOw%Twx!+zx#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk!,PV&n`Ow%Twx!,fx#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk!,mT&n`&iZO#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%To!-Vi&n`&YS%uZOr%TrsNWsw%Twx! vx!Q%T!Q![JU![!c%T!c!dJU!d!eLx!e!hJU!h!i!(`!i!}JU!}#R%T#R#SJU#S#T%T#T#UJU#U#VLx#V#YJU#Y#Z!(`#Z#oJU#p#q%T#r$g%T$g;'SJU;'S;=`KW<%lOJUo!.}a&n`&YS%uZOr%Trs)Ysw%Twx.Ux!Q%T!Q![JU![!c%T!c!}JU!}#R%T#R#SJU#S#T%T#T#oJU#p#q%T#r$g%T$g;'SJU;'S;=`KW<%lOJUk!0ZT!XZ&n`O#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tc!0qT!WR&n`O#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tj!1XV%kQ&n`O!_%T!_!`-Q!`#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%T~!1sO!]~k!1zV%jR&n`O!_%T!_!`-Q!`#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%T~!2fO![~i!2mT%tX&n`O#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%T",tokenizers:[px,lx,ax,mx,0,1,2,3,4],topRules:{Script:[0,5]},specialized:[{term:221,get:l(t=>gx[t]||-1,"get")}],tokenPrec:7668});var x=class extends Error{static{l(this,"PythonRaise")}type;at;constructor(e,n,r){super(n),this.type=e,this.at=r}};function k(t,e=null){return{known:!0,value:t,from:e}}l(k,"known");function z(t,e,n){return{known:!1,why:t,at:e,dependsOn:n}}l(z,"open");function Y(t){let e=null;for(let n of t)if(!n.known){if(n.dependsOn===void 0)return n;e??=n}return e}l(Y,"unite");function Re(t){for(let e of t)if(e.known&&e.from!==null)return e.from;return null}l(Re,"originOf");function $(t){return typeof t=="object"&&t!==null}l($,"isCompound");function j(t){if(t===null)return"NoneType";switch(typeof t){case"boolean":return"bool";case"bigint":return"int";case"number":return"float";case"string":return"str";default:return t.kind==="native"?"builtin_function_or_method":t.kind}}l(j,"typeName");function U(t){return typeof t=="boolean"?t?1n:0n:typeof t=="bigint"||typeof t=="number"?t:null}l(U,"asNumber");function Oe(t){if(t===null)return"None";if(typeof t=="string")return`s${t}`;let e=U(t);if(e!==null)return`n${e}`;if(!$(t))return null;if(t.kind==="bytes")return`b${t.value}`;if(t.kind!=="tuple")return t.kind==="native"||t.kind==="module"?`${t.kind} ${t.name}`:null;let n=t.items.map(r=>r.known?Oe(r.value):null);return n.includes(null)?null:`t(${n.map(r=>JSON.stringify(r)).join(",")})`}l(Oe,"keyOf");var zl=new Map([["os",["getenv","cpu_count","getpid","sched_getaffinity","process_cpu_count","getcwd","putenv"]],["os.path",["join","dirname","basename","exists","isfile","isdir","abspath","realpath","normpath","splitext","expanduser"]],["multiprocessing",["cpu_count"]],["math",["ceil","floor","sqrt","trunc","log","log2"]],["json",["loads","dumps"]],["psutil",["cpu_count"]],["billiard",["cpu_count"]],["joblib",["cpu_count"]],["sys",["exit"]],["pathlib",["Path"]]]),Ul=new Set(["os","os.path","sys","multiprocessing","math","json","pathlib","re","logging","logging.config","time","datetime","socket","ssl","typing","collections","functools","itertools","random","string","subprocess","tempfile","threading","traceback","types","uuid","warnings","platform","shutil","signal","inspect","enum","dataclasses","contextlib","copy","urllib","urllib.parse","urllib.request","configparser","io","glob","hashlib","ast","textwrap","resource","__future__","ipaddress","decimal","atexit","gc"]);function hf(t){return zl.has(t)}l(hf,"isFollowed");function Li(t,e){let n=`${t}.${e}`;return n==="os.environ"||n==="os.environb"?k({kind:"environ"}):n==="os.sep"?k("/"):n==="os.linesep"?k(`
`):n==="os.name"?k("posix"):n==="os.devnull"?k("/dev/null"):n==="math.pi"?k(Math.PI):n==="math.inf"?k(1/0):n==="sys.maxsize"?k(9223372036854775807n):n==="json.JSONDecodeError"?k({kind:"native",name:"JSONDecodeError"}):zl.get(t)?.includes(e)===!0?k({kind:"native",name:n}):zl.has(n)?k({kind:"module",name:n}):void 0}l(Li,"moduleAttribute");var yx=2e4,wx=2e6,un=class extends Error{static{l(this,"LimitReached")}};function Xn(t){if(t.steps++,t.steps>yx)throw new un("the module runs for longer than is followed")}l(Xn,"countStep");function _e(t,e){if(t.work+=e,t.work>wx)throw new un("the module works on more data than is followed")}l(_e,"countWork");function yf(){return{globals:new Map,locals:null,places:new Map,heap:new Map,openNames:null,isDead:!1,mass:1,returned:k(null),raised:null,loop:null,call:null,guard:null}}l(yf,"initialState");function D(t,e){return t.text.value.slice(e.from,e.to)}l(D,"textOf");function P(t,e){return ns(t.text,e.from,e.to)}l(P,"placeOf");function wf(t,e,n){let r=P(t,e),s=P(t,n);return r===void 0||s===void 0||r.file!==s.file?r:Rn(r.file,r.span.start,s.span.end)}l(wf,"placeBetween");function B(t,e,n){let r=t.nextId++;return _e(t,1+(n.kind==="dict"?n.entries.size:n.items.length)),e.heap.set(r,n),{kind:n.kind,id:r}}l(B,"allocate");function Kn(t){return{...t,globals:new Map(t.globals),locals:t.locals===null?null:new Map(t.locals),places:new Map(t.places),heap:new Map(t.heap)}}l(Kn,"copyState");function Ve(t){return{...Kn(t),mass:t.mass/2}}l(Ve,"forkState");function Ce(t,e,n){let[r,...s]=e.filter(a=>!a.isDead);if(r===void 0){t.isDead=!0;return}let i=[r,...s].reduce((a,c)=>a+c.mass,0),o=r;for(let a of s)o=kx(o,a,n);Object.assign(t,o,{mass:i})}l(Ce,"joinStates");function kx(t,e,n){return{...t,globals:gf(t.globals,e.globals,n),locals:t.locals===null||e.locals===null?t.locals:gf(t.locals,e.locals,n),places:new Map([...t.places,...e.places]),heap:vx(t,e,n),openNames:t.openNames??e.openNames,returned:Dt("the result",t.returned,e.returned,n)}}l(kx,"joinPair");function gf(t,e,n){let r=new Map;for(let s of new Set([...t.keys(),...e.keys()]))r.set(s,Dt(s,t.get(s),e.get(s),n));return r}l(gf,"joinNames");function Dt(t,e,n,r){if(e!==void 0&&n!==void 0&&Dl(e,n))return e;let s=e?.known===!1?e:n?.known===!1?n:null,i=[e,n,r??void 0].filter(a=>a!==void 0&&!a.known),o=e!==void 0&&n!==void 0&&i.length>0&&i.every(a=>a?.known===!1&&a.dependsOn==="cpu_count");return z(s?.why??`${t} depends on a condition that cannot be decided${r===null?"":`: ${r.why}`}`,s?.at??r?.at,o?"cpu_count":void 0)}l(Dt,"joinResults");function Dl(t,e){return t===e?!0:!t.known||!e.known?!t.known&&!e.known&&t.why===e.why:bx(t.value,e.value)}l(Dl,"isSame");function bx(t,e){return Object.is(t,e)?!0:typeof t!="object"||typeof e!="object"||t===null||e===null||t.kind!==e.kind?!1:"id"in t&&"id"in e?t.id===e.id:t.kind==="tuple"&&e.kind==="tuple"?t.items.length===e.items.length&&t.items.every((n,r)=>Dl(n,e.items[r]??k(null))):"name"in t&&"name"in e&&t.name===e.name}l(bx,"isSameValue");function vx(t,e,n){let r=new Map(e.heap);for(let[s,i]of t.heap){let o=e.heap.get(s);r.set(s,o===void 0||o===i?i:Ox(i,o,n))}return r}l(vx,"joinHeaps");function Ox(t,e,n){if(t.kind==="dict"&&e.kind==="dict"){let r=new Map(t.entries);for(let s of new Set([...t.entries.keys(),...e.entries.keys()])){let[i,o]=[t.entries.get(s),e.entries.get(s)];r.set(s,{key:i?.key??o?.key??null,value:Dt("the entry",i?.value,o?.value,n)})}return{kind:"dict",entries:r}}return t.kind==="dict"||e.kind==="dict"||t.items.length===e.items.length&&t.items.every((r,s)=>Dl(r,e.items[s]??k(null)))?t:{kind:t.kind,items:[z("the elements depend on a condition that cannot be decided",n?.at)]}}l(Ox,"joinObjects");function kf(t,e,n){let r=Wt(t,n),s=r===null?void 0:e.globals.get(r);if(s!==void 0)return s;let[i]=X(n),o=n.getChild("PropertyName");if(i===void 0||o===null)return b(t,n);let a=Q(t,e,i);if(!a.known)return z(`${D(t,n).slice(0,80)} is not known`,a.at??P(t,n));let c=D(t,o);if($(a.value)){if(a.value.kind==="module")return Li(a.value.name,c)??b(t,n);if(a.value.kind==="native"&&a.value.name==="dict")return k({kind:"native",name:`dict.${c}`});if(a.value.kind==="function"||a.value.kind==="native"||a.value.kind==="exception")return b(t,n)}return k({kind:"method",receiver:a,name:c})}l(kf,"readAttribute");function Wt(t,e){if(e.name==="VariableName")return D(t,e);if(e.name!=="MemberExpression"||e.getChild("[")!==null)return null;let[n]=X(e),r=Z(e).find(i=>i.name==="PropertyName");if(n===void 0||r===void 0)return null;let s=Wt(t,n);return s===null?null:`${s}.${D(t,r)}`}l(Wt,"dottedName");function Zn(t,e,n){let[r,s]=[U(e),U(n)];return r===null||s===null?null:typeof r=="bigint"&&typeof s=="bigint"?Sx(t,r,s):Tx(t,Number(r),Number(s))}l(Zn,"calculate");function xx(){return new x("ZeroDivisionError","division by zero",void 0)}l(xx,"divided");function Sx(t,e,n){switch(t){case"+":return e+n;case"-":return e-n;case"*":return Wl(e)+Wl(n)>4e3?null:e*n;case"/":if(n===0n)throw xx();return Number(e)/Number(n);case"//":if(n===0n)throw new x("ZeroDivisionError","integer division or modulo by zero",void 0);return bf(e,n);case"%":if(n===0n)throw new x("ZeroDivisionError","integer modulo by zero",void 0);return e-bf(e,n)*n;case"**":return n<0n?e===0n?null:Number(e)**Number(n):BigInt(Wl(e))*n>4000n?null:e**n;case"<<":return n<0n||n>1000n?null:e<<n;case">>":return n<0n||n>1000000n?null:e>>n;case"&":return e&n;case"|":return e|n;case"^":return e^n;default:return null}}l(Sx,"calculateInts");function Wl(t){return t.toString(16).length*4}l(Wl,"bits");function bf(t,e){let n=t/e;return t%e!==0n&&t<0n!=e<0n?n-1n:n}l(bf,"floorDivide");function Tx(t,e,n){switch(t){case"+":return e+n;case"-":return e-n;case"*":return e*n;case"/":if(n===0)throw new x("ZeroDivisionError","float division by zero",void 0);return e/n;case"//":if(n===0)throw new x("ZeroDivisionError","float floor division by zero",void 0);return Math.floor(e/n);case"%":if(n===0)throw new x("ZeroDivisionError","float modulo",void 0);return e-Math.floor(e/n)*n;case"**":{let r=e**n;return Number.isNaN(r)&&!Number.isNaN(e)&&!Number.isNaN(n)?null:r}default:return null}}l(Tx,"calculateFloats");function jt(t,e=10){if(typeof t=="boolean")return t?1n:0n;if(typeof t=="bigint")return t;if(typeof t=="number"){if(Number.isNaN(t))throw new x("ValueError","cannot convert float NaN to integer",void 0);if(!Number.isFinite(t))throw new x("OverflowError","cannot convert float infinity to integer",void 0);return BigInt(Math.trunc(t))}let n=typeof t=="string"?t:$(t)&&t.kind==="bytes"?t.value:null;if(n===null){let i="int() argument must be a string, a bytes-like object or a real number, not '";throw new x("TypeError",`${i}${j(t)}'`,void 0)}let r=_x(n.trim(),e);if(r!==null)return r;let s=n.length>200?`${n.slice(0,200)}…`:n;throw new x("ValueError",`invalid literal for int() with base ${e}: '${s.replaceAll(`
`,"\\n")}'`,void 0)}l(jt,"toInt");function _x(t,e){let n=/^([-+]?)(0[xX]|0[oO]|0[bB])?([0-9a-zA-Z]+(?:_[0-9a-zA-Z]+)*)$/.exec(t);if(n===null||t.length>4e3)return null;let r={x:16,o:8,b:2}[(n[2]??"").slice(1).toLowerCase()];if(r!==void 0&&e!==0&&e!==r)return null;let s=r??(e===0?10:e),i=(n[3]??"").replaceAll("_","").toLowerCase(),o=0n;for(let a of i){let c=Number.parseInt(a,36);if(c>=s)return null;o=o*BigInt(s)+BigInt(c)}return n[1]==="-"?-o:o}l(_x,"parseInt10");function vf(t){let e=U(t);if(e!==null)return Number(e);if(typeof t!="string")throw new x("TypeError",`float() argument must be a string or a real number, not '${j(t)}'`,void 0);let n=t.trim().replace(/(\d)_(?=\d)/g,"$1");if(/^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(n))return Number(n);let r=/^([-+]?)(inf|infinity|nan)$/i.exec(n);if(r===null)throw new x("ValueError",`could not convert string to float: '${t.slice(0,200)}'`,void 0);return r[2]?.toLowerCase()==="nan"?Number.NaN:r[1]==="-"?-1/0:1/0}l(vf,"toFloat");function zi(t){let e=Math.floor(t),n=t-e;return n<.5?e:n>.5?e+1:e%2===0?e:e+1}l(zi,"roundHalfEven");function Ze(t,e){return typeof e=="string"?e:$(e)&&e.kind==="exception"?e.message:ue(t,e)}l(Ze,"toText");function ue(t,e,n=0){if(e===null)return"None";switch(typeof e){case"boolean":return e?"True":"False";case"bigint":return String(e);case"number":return Bl(e);case"string":return jl(e)}if(n>20)return null;switch(e.kind){case"bytes":return`b${jl(e.value)}`;case"tuple":{let r=xf(t,e.items,n);return r===null?null:r.length===1?`(${r[0]},)`:`(${r.join(", ")})`}case"list":case"set":case"dict":return Px(t,e.id,n);case"range":return e.step===1n?`range(${e.start}, ${e.stop})`:`range(${e.start}, ${e.stop}, ${e.step})`;case"exception":return`${e.type}(${jl(e.message)})`;default:return null}}l(ue,"toRepresentation");function Px(t,e,n){let r=t.heap.get(e);if(r===void 0)return null;if(r.kind==="dict"){let i=[];for(let{key:o,value:a}of r.entries.values()){let[c,u]=[ue(t,o,n+1),a.known?ue(t,a.value,n+1):null];if(c===null||u===null)return null;i.push(`${c}: ${u}`)}return`{${i.join(", ")}}`}let s=xf(t,r.items,n);return s===null?null:r.kind==="list"?`[${s.join(", ")}]`:s.length===0?"set()":s.length===1?`{${s[0]}}`:null}l(Px,"objectText");function xf(t,e,n){let r=e.map(s=>s.known?ue(t,s.value,n+1):null);return r.every(s=>s!==null)?r.map(s=>s??""):null}l(xf,"itemTexts");function jl(t){let e=t.includes("'")&&!t.includes('"')?'"':"'",n=t.replace(/[\\\n\r\t\x00-\x1f\x7f]/g,r=>r==="\\"?"\\\\":r===`
`?"\\n":r==="\r"?"\\r":r==="	"?"\\t":`\\x${r.charCodeAt(0).toString(16).padStart(2,"0")}`);return e+(e==="'"?n.replaceAll("'","\\'"):n)+e}l(jl,"quote");function Bl(t){if(Number.isNaN(t))return"nan";if(!Number.isFinite(t))return t<0?"-inf":"inf";if(Object.is(t,-0))return"-0.0";let e=Math.abs(t);return e!==0&&(e<1e-4||e>=1e16)?t.toExponential().replace(/e([-+])(\d)$/,"e$10$2"):Number.isInteger(t)?`${t}.0`:String(t)}l(Bl,"floatText");function xe(t,e){if(e===null)return!1;if(typeof e=="string")return e!=="";let n=U(e);if(n!==null)return n!==0n&&n!==0;if(!$(e))return null;switch(e.kind){case"bytes":return e.value!=="";case"tuple":return e.items.length>0;case"range":return e.step>0n?e.start<e.stop:e.start>e.stop;case"list":case"set":case"dict":{let r=t.heap.get(e.id);return r===void 0?null:(r.kind==="dict"?r.entries.size:r.items.length)>0}case"environ":case"namespace":return null;default:return!0}}l(xe,"isTrue");function _n(t,e,n,r=0){let[s,i]=[U(e),U(n)];if(s!==null&&i!==null)return s==i;if(!$(e)||!$(n))return e===n;if(r>20)return null;if(e.kind!==n.kind)return!1;let o=[Of(t,e),Of(t,n)];if(o[0]!==void 0&&o[1]!==void 0&&e.kind!=="set")return Ex(t,o[0],o[1],r);if("id"in e&&"id"in n&&e.id===n.id)return!0;let[a,c]=[ue(t,e),ue(t,n)];return a===null||c===null?null:a===c}l(_n,"isEqual");function Of(t,e){if(!$(e))return;if(e.kind==="tuple")return e.items;let n="id"in e?t.heap.get(e.id):void 0;return n===void 0||n.kind==="dict"?void 0:n.items}l(Of,"itemsOf");function Ex(t,e,n,r){if(Y([...e,...n])!==null)return null;if(e.length!==n.length)return!1;for(let[s,i]of e.entries()){let o=n[s];if(!i.known||o?.known!==!0)return null;let a=_n(t,i.value,o.value,r+1);if(a!==!0)return a}return!0}l(Ex,"isEqualItems");var Rx=/^(?:(.)?([<>=^]))?([-+ ])?(#)?(0)?(\d{1,4})?([,_])?(?:\.(\d{1,3}))?([a-zA-Z%])?$/su;function Bt(t,e,n){if(n==="")return Ze(t,e);let r=Rx.exec(n);if(r===null)throw new x("ValueError","Invalid format specifier",void 0);let[,s,i,o,,a,c,u,m,d]=r,p=typeof e=="boolean"&&d===void 0?null:U(e),h=m===void 0?void 0:Number(m),y=p===null?Cx(t,e,d,h):qx(p,d,h,u);if(y===null)return null;let f=p!==null&&!y.startsWith("-")&&(o==="+"||o===" ")?o+y:y;return Tf(f,{fill:s??(a===void 0?" ":"0"),align:i??(a!==void 0?"=":p===null?"<":">"),width:Number(c??0)})}l(Bt,"formatValue");function Cx(t,e,n,r){if(n!==void 0&&n!=="s")throw new x("ValueError",`Unknown format code '${n}' for object of type '${j(e)}'`,void 0);let s=Ze(t,e);return s===null||r===void 0?s:s.slice(0,r)}l(Cx,"formatText");function qx(t,e,n,r){let s=Fl(t,e,n);if(s===null||r===void 0)return s;let[,i="",o="",a=""]=/^(-?)(\d+)(.*)$/.exec(s)??[];return i+o.replace(/\B(?=(?:\d{3})+$)/g,r)+a}l(qx,"formatNumber");function Fl(t,e,n){if(typeof t=="bigint"){if(e===void 0||e==="d"||e==="n")return String(t);let s={x:16,X:16,o:8,b:2}[e];if(s!==void 0)return e==="X"?t.toString(s).toUpperCase():t.toString(s);if(e==="c")return String.fromCodePoint(Number(t&0xffffn))}let r=Number(t);switch(e){case"f":case"F":return Sf(r,n??6);case"%":return`${Sf(r*100,n??6)}%`;case"e":return r.toExponential(n??6).replace(/e([-+])(\d)$/,"e$10$2");case void 0:return n===void 0?Bl(r):null;case"d":throw new x("ValueError","Unknown format code 'd' for object of type 'float'",void 0);default:return null}}l(Fl,"plainNumber");function Sf(t,e){let n=t*10**e;return Math.abs(n)<2**52&&Math.abs(n%1)===.5&&e<3?(zi(n)/10**e).toFixed(e):t.toFixed(Math.min(e,100))}l(Sf,"fixed");function Tf(t,{fill:e,align:n,width:r}){let s=Math.max(0,r-[...t].length);if(n==="<")return t+e.repeat(s);if(n==="^")return e.repeat(s>>1)+t+e.repeat(s-(s>>1));if(n!=="=")return e.repeat(s)+t;let i=/^[-+ ]/.exec(t)?.[0]??"";return i+e.repeat(s)+t.slice(i.length)}l(Tf,"pad");function _f(t,e,n){let r=$(n)&&n.kind==="tuple"?n.items:null,s=$(n)&&n.kind==="dict"?t.heap.get(n.id):void 0,i=0,o=!1,a=l(m=>{if(m!==void 0){let p=s?.kind==="dict"?s.entries.get(`s${m}`):void 0;if(p===void 0)throw new x("KeyError",`'${m}'`,void 0);return c(p.value)}if(r===null){if(i++>0)throw new x("TypeError","not enough arguments for format string",void 0);return n}let d=r[i++];if(d===void 0)throw new x("TypeError","not enough arguments for format string",void 0);return c(d)},"take"),c=l(m=>m.known?m.value:(o=!0,null),"plainOf"),u=e.replace(/%(?:\((\w+)\))?([-+ #0]*)(\*|\d{1,4})?(?:\.(\d{1,3}))?([a-zA-Z%])/g,(m,d,p,h,y,f)=>{if(f==="%")return"%";let g=a(d===void 0?void 0:String(d));if(o)return"";let w=Nx(t,g,String(f),y===void 0?void 0:Number(y));if(w===null||h==="*")return o=!0,"";let O=String(p??""),E=O.includes("+")&&!w.startsWith("-")&&f!=="s"?`+${w}`:w;return Tf(E,{fill:O.includes("0")&&!O.includes("-")&&f!=="s"?"0":" ",align:O.includes("-")?"<":O.includes("0")?"=":">",width:Number(h??0)})});if(r!==null&&i<r.length&&s===void 0)throw new x("TypeError","not all arguments converted during string formatting",void 0);return o?null:u}l(_f,"formatPercent");function Nx(t,e,n,r){if(n==="s"){let i=Ze(t,e);return i===null||r===void 0?i:i.slice(0,r)}if(n==="r")return ue(t,e);let s=U(e);if(s===null){let i=/[diu]/.test(n)?"a real number is required":"must be real number";throw new x("TypeError",`%${n} format: ${i}, not ${j(e)}`,void 0)}return/[diu]/.test(n)?String(jt(s)):n==="x"||n==="X"||n==="o"?Fl(jt(s),n,void 0):/[fFeE]/.test(n)?Fl(Number(s),n.toLowerCase(),r):null}l(Nx,"percentOne");function Gl(t,e,n){let[r]=X(n).filter(p=>!p.name.startsWith("Format")||p.name==="FormatString");if(r===void 0)return b(t,n);let s=Q(t,e,r),i=Ax(t,e,n),o=Y([s,i]);if(!s.known||!i.known||typeof i.value!="string")return o??b(t,n);let a=n.getChild("FormatConversion"),c=/=\s*(?:![rsa])?(?::|\}$)/.test(t.text.value.slice(r.to,n.to))&&n.getChild("FormatSelfDoc")!==null,u=a===null?"":D(t,a).slice(1),m=u==="r"?ue(e,s.value):u==="s"?Ze(e,s.value):s.value;if(c||u==="a"||u!==""&&m===null)return b(t,n);let d=Bt(e,m,i.value);return d===null?b(t,n):k(d,s.from)}l(Gl,"formatReplacement");function Ax(t,e,n){let r=n.getChild("FormatSpec");if(r===null)return k("");let s="",i=r.from+1;for(let o of Z(r).filter(a=>a.name==="FormatReplacement")){let a=Gl(t,e,o);if(!a.known||typeof a.value!="string")return a;s+=t.text.value.slice(i,o.from)+a.value,i=o.to}return k(s+t.text.value.slice(i,r.to))}l(Ax,"specificationOf");function Ui(t,e,n){let r=Ie(t.context.environment,e);return r===void 0?void 0:Pf(e,r,n)}l(Ui,"environmentValue");function Pf(t,e,n){if(!e.known)return z(e.why,e.at??n,e.dependsOn);let r=yt(e.text),s=r===void 0?{kind:"default",reference:"the environment"}:{kind:"written",at:r};return k(e.text.value,{variable:t,origin:s})}l(Pf,"asResult");function Di(t,e){let{variables:n,open:r}=t.context.environment,s=[...n].map(([i,o])=>{let a=Pf(i,o,void 0);return e==="keys"?k(i):e==="values"?a:k({kind:"tuple",items:[k(i),a]})});return r===null?s:[...s,z(`further variables may be set by ${r.why}`,r.at)]}l(Di,"environmentItems");var $x=1e4;function re(t,e,n){if(!n.known)return null;let{value:r}=n;if(typeof r=="string")return[...r].map(s=>k(s));if(!$(r))return null;switch(r.kind){case"tuple":return r.items;case"list":case"set":case"dict":{let s=e.heap.get(r.id);return s===void 0?null:s.kind==="dict"?[...s.entries.values()].map(({key:i})=>k(i)):s.items}case"range":{let{start:s,stop:i,step:o}=r,a=o>0n?(i-s+o-1n)/o:(s-i-o-1n)/-o;return a>BigInt($x)?null:(_e(t,Number(a>0n?a:0n)),Array.from({length:Math.max(0,Number(a))},(c,u)=>k(s+BigInt(u)*o)))}case"environ":return Di(t,"keys");default:return null}}l(re,"iterate");function Ef(t){let e=t.replaceAll("_","");return/^0[xXoObB][0-9a-fA-F]+$/.test(e)||/^\d+$/.test(e)?e.length>4e3?null:BigInt(e.replace(/^0+(?=\d)/,"")):/^(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(e)?Number(e):null}l(Ef,"parseNumber");function Rf(t){let e=/^([a-zA-Z]*)('''|"""|'|")/.exec(t);if(e===null)return null;let[n,r="",s=""]=e;return t.length<n.length+s.length||!t.endsWith(s)?null:{prefix:r.toLowerCase(),start:n.length,end:t.length-s.length}}l(Rf,"parseString");var Vx={"\\":"\\","'":"'",'"':'"',a:"\x07",b:"\b",f:"\f",n:`
`,r:"\r",t:"	",v:"\v"};function Cf(t){return t.replace(/\\(?:\r?\n|([\\'"abfnrtv])|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{1,3}))/g,(e,n,r,s,i,o)=>{if(n!==void 0)return Vx[n]??e;if(o!==void 0)return String.fromCharCode(Number.parseInt(o,8));let a=r??s??i;if(a===void 0)return"";let c=Number.parseInt(a,16);return c<=1114111?String.fromCodePoint(c):e})}l(Cf,"decodeEscapes");function Pn(t){let e=new Set;return t.filter(n=>{let r=n.known?Oe(n.value):null;return r===null?!0:e.has(r)?!1:(e.add(r),!0)})}l(Pn,"unique");function Wi(t,e,n){let r=[],s=!1;for(let i of Z(n))if(i.name==="*")s=!0;else if(/^[A-Z]/.test(i.name)&&i.name!=="Comment"){let o=Q(t,e,i),a=s?re(t,e,o):null;a!==null?r.push(...a):r.push(s?z("the elements are not known",P(t,i)):o),s=!1}return r}l(Wi,"evaluateItems");function qf(t,e,n){let r=new Map,s=X(n).filter(a=>a.name!=="Comment"),i=!1,o=null;for(let a of Z(n))if(a.name==="**")i=!0;else if(s.some(c=>c.from===a.from&&c.to===a.to))if(i){let c=Q(t,e,a),u=c.known&&$(c.value)&&c.value.kind==="dict"?e.heap.get(c.value.id):void 0;if(u?.kind!=="dict")return b(t,n);for(let[m,d]of u.entries)r.set(m,d);i=!1}else if(o===null)o=a;else{let c=Q(t,e,o),u=c.known?Oe(c.value):null;if(u===null||!c.known)return b(t,n);r.set(u,{key:c.value,value:Q(t,e,a)}),o=null}else continue;return k(B(t,e,{kind:"dict",entries:r}))}l(qf,"evaluateDict");function Yl(t,e,n){let r=D(t,n),s=Rf(r);if(s===null)return b(t,n);let i=s.prefix.includes("r"),o=l(m=>(i?m:Cf(m)).replaceAll(`\r
`,`
`),"decode"),a=Z(n).filter(m=>m.name==="FormatReplacement");if(s.prefix.includes("b"))return k({kind:"bytes",value:o(r.slice(s.start,s.end))});if(!s.prefix.includes("f"))return k(o(r.slice(s.start,s.end)));let c=[],u=n.from+s.start;for(let m of a)c.push(k(o(t.text.value.slice(u,m.from)).replaceAll("{{","{").replaceAll("}}","}"))),c.push(Gl(t,e,m)),u=m.to;return c.push(k(o(t.text.value.slice(u,n.from+s.end)).replaceAll("{{","{").replaceAll("}}","}"))),Xl(t,n,c)}l(Yl,"stringValue");function Xl(t,e,n){let r=Y(n);if(r!==null)return r;let s="";for(let i of n){if(!i.known)return i;if(typeof i.value=="string")s+=i.value;else return $(i.value)&&i.value.kind==="bytes"&&n.length===1?i:b(t,e)}return _e(t,s.length),k(s,Re(n))}l(Xl,"joinStrings");function Kl(t,e,n){let r=Z(n),s=r.slice(r.findIndex(o=>o.name==="[")+1,-1).filter(o=>o.name!=="Comment");if(s.some(o=>o.name===","))return s.some(o=>o.name===":")?null:{kind:"index",value:k({kind:"tuple",items:s.filter(o=>o.name!==",").map(o=>Q(t,e,o))})};if(!s.some(o=>o.name===":")){let[o]=s;return o===void 0?null:{kind:"index",value:Q(t,e,o)}}let i=[null];for(let o of s)o.name===":"?i.push(null):i[i.length-1]=Q(t,e,o);return{kind:"slice",bounds:i}}l(Kl,"evaluateIndex");function Nf(t,e,n){let[r]=X(n);if(r===void 0)return b(t,n);let s=Q(t,e,r),i=Kl(t,e,n);return s.known?i===null?b(t,n):i.kind==="slice"?Qx(t,e,n,s.value,i.bounds):i.value.known?Mx(t,e,n,s.value,i.value.value):(t.doubts++,i.value):s}l(Nf,"readSubscript");function Mx(t,e,n,r,s){let i=P(t,n);if($(r)&&r.kind==="environ"){if(typeof s!="string")return b(t,n);let u=Ui(t,s,i);if(u===void 0)throw new x("KeyError",`'${s}'`,i);return u}if($(r)&&r.kind==="namespace")return(typeof s=="string"?e.globals.get(s):void 0)??b(t,n);if($(r)&&r.kind==="dict"){let u=e.heap.get(r.id),m=Oe(s);if(u?.kind!=="dict"||m===null)return b(t,n);let d=u.entries.get(m);if(d===void 0)throw new x("KeyError",ue(e,s)??"",i);return d.value}let o=$(r)&&r.kind==="set"?null:re(t,e,k(r));if(o===null){if(!$(r))throw new x("TypeError",`'${j(r)}' object is not subscriptable`,i);return b(t,n)}let a=U(s);if(typeof a!="bigint")throw new x("TypeError",`${j(r)} indices must be integers or slices, not ${j(s)}`,i);if(o.some(u=>!u.known&&u.why.includes("elements")))return b(t,n);let c=o.at(Number(a));if(c===void 0||a<BigInt(-o.length))throw new x("IndexError",`${typeof r=="string"?"string":j(r)} index out of range`,i);return c}l(Mx,"elementOf");function Qx(t,e,n,r,s){let i=[];for(let u of s){if(u!==null&&!u.known)return u;let m=u===null||u.value===null?null:U(u.value);if(m!==null&&typeof m!="bigint")throw new x("TypeError","slice indices must be integers or None or have an __index__ method",P(t,n));i.push(m===null?null:Number(m))}let o=$(r)&&(r.kind==="environ"||r.kind==="dict"||r.kind==="set")?null:re(t,e,k(r));if(o===null)return b(t,n);let a=i[2]??1;if(a===0)throw new x("ValueError","slice step cannot be zero",P(t,n));let c=Ix(o.length,i[0]??null,i[1]??null,a).map(u=>o[u]??z("an element is not known",void 0));return typeof r=="string"?k(c.map(u=>u.known?u.value:"").join("")):$(r)&&r.kind==="tuple"?k({kind:"tuple",items:c}):k(B(t,e,{kind:"list",items:c}))}l(Qx,"sliceOf");function Ix(t,e,n,r){let s=l((o,a,c)=>Math.min(c,Math.max(a,o<0?o+t:o)),"clamp"),i=[];if(r>0){let o=n===null?t:s(n,0,t);for(let a=e===null?0:s(e,0,t);a<o;a+=r)i.push(a)}else{let o=n===null?-1:s(n,-1,t-1);for(let a=e===null?t-1:s(e,-1,t-1);a>o;a+=r)i.push(a)}return i}l(Ix,"indexes");function De(t,e,n,r,s){switch(n.name){case"VariableName":He(e,D(t,n),r,s);return;case"MemberExpression":n.getChild("[")===null?Lx(t,e,n,r,s):zx(t,e,n,r,s);return;case"TupleExpression":case"ArrayExpression":case"ParenthesizedExpression":Zl(t,e,Z(n).filter(i=>!/^[([)\]]$|^,$|^Comment$/.test(i.name)),r,s)}}l(De,"assignTarget");function He(t,e,n,r){if(t.locals!==null){t.locals.set(e,n);return}t.globals.set(e,n),t.places.set(e,r)}l(He,"assignName");function Lx(t,e,n,r,s){let i=Wt(t,n);i===null||e.locals!==null||(e.globals.set(i,r),e.places.set(i,s))}l(Lx,"assignAttribute");function zx(t,e,n,r,s){let[i]=X(n),o=i===void 0?void 0:Q(t,e,i),a=Kl(t,e,n);if(o?.known!==!0||!$(o.value)||a?.kind!=="index")return;let c=a.value;o.value.kind==="namespace"?c.known&&typeof c.value=="string"?(e.globals.set(c.value,r),e.places.set(c.value,s)):Ux(t,e,n):(o.value.kind==="dict"||o.value.kind==="list")&&Dx(t,e,o.value.id,{key:c,value:r,target:n})}l(zx,"assignElement");function Ux(t,e,n){let r=z("names are assigned that are not known",P(t,n));if(!r.known){e.openNames=r;for(let[s,i]of e.globals)i.known&&$(i.value)&&/^(?:module|function|native|environ)$/.test(i.value.kind)||s.startsWith("_")||e.globals.set(s,r)}}l(Ux,"loseNames");function Dx(t,e,n,{key:r,value:s,target:i}){let o=e.heap.get(n);if(o?.kind==="dict"){let a=r.known?Oe(r.value):null;if(a!==null&&r.known)e.heap.set(n,{kind:"dict",entries:new Map(o.entries).set(a,{key:r.value,value:s})});else{let c=z("an entry is set whose key is not known",P(t,i));e.heap.set(n,{kind:"dict",entries:new Map([...o.entries].map(([u,m])=>[u,{...m,value:c}]))})}}else if(o?.kind==="list"){let a=r.known?U(r.value):null,c=[...o.items],u=typeof a=="bigint"?Number(a<0n?a+BigInt(c.length):a):-1;if(typeof a=="bigint"&&(u<0||u>=c.length))throw new x("IndexError","list assignment index out of range",P(t,i));u>=0&&(c[u]=s),e.heap.set(n,{kind:"list",items:u>=0?c:[z("the elements are not known",P(t,i))]})}}l(Dx,"setElement");function Zl(t,e,n,r,s){let i=n.filter(m=>m.name!=="*"&&m.name!=="StarExpression"),o=n.findIndex(m=>m.name==="*"),a=re(t,e,r),c=a===null||a.some(m=>!m.known&&m.why.includes("elements"));if(!c&&(o<0?a.length!==i.length:a.length<i.length-1)){let m=a.length<i.length;throw new x("ValueError",m?`not enough values to unpack (expected ${i.length}, got ${a.length})`:`too many values to unpack (expected ${i.length})`,s)}let u=c?0:a.length-i.length+1;for(let[m,d]of i.entries()){let p=r.known?z("the value is not known",P(t,d)):r;c?De(t,e,d,p,s):o===m?De(t,e,d,k(B(t,e,{kind:"list",items:a.slice(m,m+u)})),s):De(t,e,d,a[o>=0&&m>o?m+u-1:m]??p,s)}}l(Zl,"unpack");function Vf(t,e,n){let r=D(t,n).replace(/#[^\n]*/g,"").replace(/[\s\\()]+/g," ").trim(),s=/^from ([.\w ]*?) ?import (.*)$/.exec(r),i=P(t,n);if(s!==null){let o=(s[1]??"").replaceAll(" ","");Af(t,o);for(let a of(s[2]??"").split(",")){let[,c,u]=/^ ?(\w+|\*)(?: as (\w+))? ?$/.exec(a)??[];c==="*"?e.openNames??=Ul.has(o)?null:Wx(z(`names may come from ${o}`,i)):c!==void 0&&He(e,u??c,jx(o,c,i))}return}for(let o of r.replace(/^import /,"").split(",")){let[,a,c]=/^ ?([\w.]+)(?: as (\w+))? ?$/.exec(o.replace(/ ?\. ?/g,"."))??[];if(a===void 0)continue;Af(t,a);let u=a.split(".")[0]??a;c!==void 0?He(e,c,$f(a,i)):He(e,u,$f(u,i))}}l(Vf,"runImport");function Wx(t){return t.known?null:t}l(Wx,"asOpen");function Af(t,e){Ul.has(e)||t.doubts++}l(Af,"doubt");function $f(t,e){return hf(t)?k({kind:"module",name:t}):z(`the module ${t} is not known`,e)}l($f,"module");function jx(t,e,n){return Li(t,e)??(t==="os"&&e==="path"?k({kind:"module",name:"os.path"}):z(`${e} of the module ${t} is not known`,n))}l(jx,"imported");function ji(t,e,n){let r=Z(n).filter(y=>!/^[([{)\]}]$|^Comment$/.test(y.name)),s=r.findIndex(y=>y.name==="for"),i=r.slice(0,s).filter(y=>y.name!==":"),o=Bx(r.slice(s)),[a,c]=i;if(a===void 0||o===null)return b(t,n);let u=[],m=new Map,d=e.locals;e.locals=new Map(d??[]);let p=Hl(t,e,o,()=>{let y=Q(t,e,a);if(c===void 0)u.push(y);else{let f=y.known?Oe(y.value):null;if(f===null||!y.known)return y.known?b(t,n):y;m.set(f,{key:y.value,value:Q(t,e,c)})}return null});if(e.locals=d,p!==null)return p.known?z("a comprehension is not followed",P(t,n)):p;if(c!==void 0)return k(B(t,e,{kind:"dict",entries:m}));let h=n.name==="SetComprehensionExpression";return k(B(t,e,{kind:h?"set":"list",items:h?Pn(u):u}))}l(ji,"comprehend");function Bx(t){let e=[];for(let n=0;n<t.length;){let r=t[n];if(r?.name==="if"){let s=t[n+1];if(s===void 0)return null;e.push({kind:"if",condition:s}),n+=2}else if(r?.name==="for"){let s=t.findIndex((o,a)=>a>n&&o.name==="in"),i=t[s+1];if(s<0||i===void 0)return null;e.push({kind:"for",targets:t.slice(n+1,s).filter(o=>o.name!==","),source:i}),n=s+2}else return null}return e}l(Bx,"readClauses");function Hl(t,e,n,r){Xn(t);let[s,...i]=n;if(s===void 0)return r();if(s.kind==="if"){let c=Q(t,e,s.condition),u=c.known?xe(e,c.value):null;return u===null?c.known?b(t,s.condition):c:u?Hl(t,e,i,r):null}let o=Q(t,e,s.source),a=re(t,e,o);if(a===null)return o.known?b(t,s.source):o;for(let c of a){Jl(t,e,s.targets,c);let u=Hl(t,e,i,r);if(u!==null)return u}return null}l(Hl,"run");function Jl(t,e,n,r){let[s]=n;if(n.length===1&&s!==void 0){De(t,e,s,r);return}let i=re(t,e,r);for(let[o,a]of n.entries()){let c=r.known?z("the value is not known",P(t,a)):r;De(t,e,a,i?.length===n.length?i[o]??c:c)}}l(Jl,"assignTargets");var Mf=1e3;function Qf(t,e,n){let r=Z(n),s=r.findIndex(d=>d.name==="in"),i=r[s+1],[o,a]=n.getChildren("Body");if(s<0||i===void 0||o===void 0)return;let c=r.slice(0,s).filter(d=>!/^(?:for|async|,|Comment)$/.test(d.name)),u=Q(t,e,i),m=re(t,e,u);Lf(e,a,t,d=>{let p=m??[u.known?b(t,i):u];for(let h of p){if(e.isDead)return;let f=m===null||!h.known&&/^further|elements/.test(h.why)?Ve(e):null;f!==null&&(e.mass/=2),Jl(t,e,c,h),ec(t,e,o,d),f!==null&&Ce(e,[{...e},f],h.known?null:h)}})}l(Qf,"runFor");function If(t,e,n){let[r,s]=n.getChildren("Body"),i=Z(n).find(o=>/^[A-Z]/.test(o.name)&&o.name!=="Body");r===void 0||i===void 0||Lf(e,s,t,o=>{for(let a=0;!e.isDead;a++){if(a>=Mf)throw new un(`a loop runs more than ${Mf} times`);let c=Q(t,e,i),u=c.known?xe(e,c.value):null;if(u===!1)return;if(u===null){let m=Ve(e);e.mass/=2,ec(t,e,r,o),Ce(e,[{...e},m],c.known?null:c);return}ec(t,e,r,o)}})}l(If,"runWhile");function Lf(t,e,n,r){let s=t.loop,i={leaving:[],continuing:[]};t.loop=i,r(i),t.loop=s,e!==void 0&&!t.isDead&&Pe(n,t,e),Ce(t,[{...t},...i.leaving],null),t.loop=s}l(Lf,"insideLoop");function ec(t,e,n,r){Xn(t),Pe(t,e,n);let s=r.continuing.splice(0);s.length>0&&Ce(e,[{...e},...s],null)}l(ec,"runRound");function rc(t){return/^(?:==|!=|<|>|<=|>=|in|not in|is|is not)$/.test(t)}l(rc,"isComparison");function Uf(t,e,n){let r=[],s=[];for(let a=n;;){let[c,u]=X(a).filter(p=>p.name!=="Comment");if(c===void 0||u===void 0)return b(t,n);r.unshift(u),s.unshift(Ft(t,c,u));let[m,d]=c.name==="BinaryExpression"?X(c).filter(p=>p.name!=="Comment"):[];if(m===void 0||d===void 0||!rc(Ft(t,m,d))||r.length>50){r.unshift(c);break}a=c}let i=r.map(a=>Q(t,e,a)),o=null;for(let[a,c]of s.entries()){let[u,m]=[i[a],i[a+1]];if(u===void 0||m===void 0)break;let d=Fx(t,e,{operator:c,left:u,right:m,node:n});if(!d.known)o=d;else if(d.value===!1)return d}return o??k(!0,Re(i))}l(Uf,"evaluateComparison");function Fx(t,e,{operator:n,left:r,right:s,node:i}){let o=Y([r,s]);if((n==="is"||n==="is not")&&o!==null&&o.dependsOn==="cpu_count"&&[r,s].some(u=>u.known&&u.value===null))return k(n==="is not");if(!r.known||!s.known)return o??b(t,i);let c=Gx(t,e,n,r.value,s.value);return c===null?b(t,i):k(c,Re([r,s]))}l(Fx,"compare");function Gx(t,e,n,r,s){switch(n){case"==":return _n(e,r,s);case"!=":return nc(_n(e,r,s));case"is":case"is not":{let i=$(r)&&$(s)?"id"in r&&"id"in s?r.id===s.id:_n(e,r,s):typeof r==typeof s&&r===s;return n==="is"?i:nc(i)}case"in":return zf(t,e,s,r);case"not in":return nc(zf(t,e,s,r));default:return Df(e,n,r,s)}}l(Gx,"compareValues");function nc(t){return t===null?null:!t}l(nc,"flip");function Df(t,e,n,r){let[s,i]=[U(n),U(r)];if(s!==null&&i!==null)return tc(e,s<i?-1:s>i?1:0)&&!Number.isNaN(s)&&!Number.isNaN(i);if(typeof n=="string"&&typeof r=="string")return tc(e,n<r?-1:n>r?1:0);if($(n)&&$(r)&&n.kind===r.kind&&(n.kind==="tuple"||n.kind==="list")){let[o,a]=[n,r].map(c=>c.kind==="tuple"?c.items:"id"in c?Kr(t,c.id):[]);for(let[c,u]of(o??[]).entries()){let m=a?.[c];if(m===void 0)break;if(!u.known||!m.known)return null;if(_n(t,u.value,m.value)===!1)return Df(t,e,u.value,m.value)}return tc(e,(o?.length??0)-(a?.length??0))}if($(n)&&$(r)&&n.kind===r.kind)return null;throw new x("TypeError",`'${e}' not supported between instances of '${j(n)}' and '${j(r)}'`,void 0)}l(Df,"order");function Kr(t,e){let n=t.heap.get(e);return n===void 0||n.kind==="dict"?[]:n.items}l(Kr,"heapItems");function tc(t,e){return t==="<"?e<0:t==="<="?e<=0:t===">"?e>0:e>=0}l(tc,"orderBy");function zf(t,e,n,r){if(typeof n=="string"){if(typeof r!="string")throw new x("TypeError",`'in <string>' requires string as left operand, not ${j(r)}`,void 0);return n.includes(r)}if($(n)&&n.kind==="environ"){let{environment:o}=t.context;return typeof r!="string"?null:o.variables.has(r)?!0:o.open===null?!1:null}let s=re(t,e,k(n));if(s===null){if($(n)&&n.kind!=="namespace")return null;if(!$(n))throw new x("TypeError",`argument of type '${j(n)}' is not iterable`,void 0);return typeof r=="string"&&e.globals.has(r)?!0:null}let i=!1;for(let o of s){let a=o.known?_n(e,o.value,r):null;if(a===!0)return!0;a===null&&(i=null)}return i}l(zf,"contains");function Bi(t,e,{operator:n,left:r,right:s,node:i}){let o=Y([r,s]);if(!r.known||!s.known)return t.doubts++,o??b(t,i);let a=Yx(t,e,n,r.value,s.value);return a===void 0?b(t,i):k(a,Re([r,s]))}l(Bi,"applyOperator");function Yx(t,e,n,r,s){let i=Zn(n,r,s);if(i!==null)return i;if(U(r)!==null&&U(s)!==null)return;if(n==="%"&&typeof r=="string")return _f(e,r,s)??void 0;if(n==="+"&&typeof r=="string"&&typeof s=="string")return _e(t,r.length+s.length),r+s;if(n==="*"){let[u,m]=U(s)===null?[s,U(r)]:[r,U(s)];if(typeof m=="bigint")return Xx(t,e,u,m)}let[o,a]=[$(r)?r:null,$(s)?s:null];if(n==="+"&&o?.kind==="tuple"&&a?.kind==="tuple")return{kind:"tuple",items:[...o.items,...a.items]};if(n==="+"&&o?.kind==="list"&&a?.kind==="list")return B(t,e,{kind:"list",items:[...Kr(e,o.id),...Kr(e,a.id)]});if(n==="|"&&o?.kind==="dict"&&a?.kind==="dict"){let[u,m]=[e.heap.get(o.id),e.heap.get(a.id)];if(u?.kind==="dict"&&m?.kind==="dict")return B(t,e,{kind:"dict",entries:new Map([...u.entries,...m.entries])})}if(!(!([o,a].every(u=>u===null||/^(?:bytes|tuple|list|dict)$/.test(u.kind))&&!(o?.kind==="bytes"||o?.kind==="dict"&&a?.kind==="dict"))||o?.kind==="set"&&a?.kind==="set"))throw n==="+"&&typeof r=="string"?new x("TypeError",`can only concatenate str (not "${j(s)}") to str`,void 0):new x("TypeError",`unsupported operand type(s) for ${n}${n==="**"?" or pow()":""}: '${j(r)}' and '${j(s)}'`,void 0)}l(Yx,"operate");function Xx(t,e,n,r){let s=r<0n?0:r>100000n?100001:Number(r);if(typeof n=="string")return _e(t,n.length*s),s>1e5?void 0:n.repeat(s);if(!$(n))return;let i=n.kind==="tuple"?n.items:n.kind==="list"?Kr(e,n.id):null;if(i===null)return;_e(t,i.length*s);let o=Array.from({length:s},()=>i).flat();return n.kind==="tuple"?{kind:"tuple",items:o}:B(t,e,{kind:"list",items:o})}l(Xx,"repeat");var Kx=new Set(["int","float","str","bool","max","min","round","len","abs","sum","sorted","reversed","list","tuple","dict","set","frozenset","range","any","all","isinstance","enumerate","zip","map","filter","repr","type","print","globals","locals","vars","format","chr","ord","hex","bin","oct","divmod","pow","next","iter","callable","hasattr","getattr","setattr","open","input","id","hash","exit","quit","bytes","object","super"]),Zr=new Map([["Exception","BaseException"],["SystemExit","BaseException"],["KeyboardInterrupt","BaseException"],["ValueError","Exception"],["UnicodeDecodeError","ValueError"],["JSONDecodeError","ValueError"],["TypeError","Exception"],["LookupError","Exception"],["KeyError","LookupError"],["IndexError","LookupError"],["AttributeError","Exception"],["NameError","Exception"],["UnboundLocalError","NameError"],["ImportError","Exception"],["ModuleNotFoundError","ImportError"],["ArithmeticError","Exception"],["ZeroDivisionError","ArithmeticError"],["OverflowError","ArithmeticError"],["AssertionError","Exception"],["OSError","Exception"],["FileNotFoundError","OSError"],["PermissionError","OSError"],["RuntimeError","Exception"],["NotImplementedError","RuntimeError"],["RecursionError","RuntimeError"],["StopIteration","Exception"],["SyntaxError","Exception"]]);function sc(t,e){if(e==="BaseException"||t===e)return!0;for(let r=t;r!==void 0;r=Zr.get(r))if(r===e)return!0;let n=l(r=>r==="BaseException"||Zr.has(r)||r==="EnvironmentError"||r==="IOError","isBuiltin");return e==="EnvironmentError"||e==="IOError"?sc(t,"OSError"):n(e)&&n(t)?!1:null}l(sc,"isCaughtBy");function Wf(t,e,n){let r=D(t,n),s=e.locals?.get(r)??e.globals.get(r);if(s!==void 0)return s;if(r==="__file__")return k(t.context.fileName);if(r==="__name__")return k("__config__");if(Kx.has(r)||Zr.has(r)||r==="BaseException")return k({kind:"native",name:r});let i=P(t,n);if(e.openNames!==null)return e.openNames;if(/^__\w+__$/.test(r)||r==="Ellipsis"||r==="NotImplemented"||Zx.has(r))return z(`${r} is not known`,i);throw new x("NameError",`name '${r}' is not defined`,i)}l(Wf,"lookUpName");var Zx=new Set(["aiter","anext","ascii","breakpoint","bytearray","classmethod","compile","complex","delattr","dir","eval","exec","help","issubclass","memoryview","property","slice","staticmethod","copyright","credits","license","EnvironmentError","IOError","Warning","UserWarning","DeprecationWarning","RuntimeWarning","ConnectionError","TimeoutError","EOFError","MemoryError","BufferError","InterruptedError","IsADirectoryError","NotADirectoryError","StopAsyncIteration","GeneratorExit","UnicodeError","UnicodeEncodeError","FloatingPointError","FileExistsError","BlockingIOError","ChildProcessError","ProcessLookupError","BrokenPipeError","ExceptionGroup","SystemError","IndentationError"]);function jf(t,e,n){let r=eS(t,n);if(r===null)return;let s=e.guard,i=[],o=Kn(e),{doubts:a}=t;e.guard=i,Pe(t,e,r.body),e.guard=s;let c=[];t.doubts>a&&!e.isDead&&r.handlers.length>0&&(c.push(...Hx(t,e,o,r)),e.mass/=2),!e.isDead&&r.otherwise!==null&&Pe(t,e,r.otherwise);for(let u of i)c.push(Jx(t,{...u,guard:s,isDead:!1},r));Ce(e,[{...e},...c],null),e.guard=s,r.last!==null&&!e.isDead&&Pe(t,e,r.last)}l(jf,"runTry");function Hx(t,e,n,{handlers:r}){return r.map(s=>{let i=Ve(n);return Ce(i,[Ve(n),{...Ve(e),mass:0}],null),i.mass=e.mass/2/r.length,i.guard=e.guard,s.name!==null&&He(i,s.name,z(`${s.name} is not known`,void 0)),Pe(t,i,s.body),s.name!==null&&(i.locals??i.globals).delete(s.name),i})}l(Hx,"possibleHandlers");function Jx(t,e,{handlers:n}){let r=e.raised;if(r===null)return e;for(let s of n){let i=s.types.map(o=>sc(r.type,o));if(!(s.types.length>0&&!i.some(o=>o!==!1)))return s.name!==null&&He(e,s.name,k({kind:"exception",type:r.type,message:r.message})),Pe(t,e,s.body),s.name!==null&&(e.locals??e.globals).delete(s.name),e}return ic(e,r),e}l(Jx,"handle");function eS(t,e){let n=[],r=null,s=null,i=null,o="",a=[];for(let c of Z(e))/^(?:try|except|else|finally)$/.test(c.name)?(o=c.name,a=[]):c.name!=="Body"?a.push(c):o==="try"?r=c:o==="else"?s=c:o==="finally"?i=c:n.push(nS(t,a,c));return r===null?null:{body:r,handlers:n,otherwise:s,last:i}}l(eS,"readParts");function nS(t,e,n){let r=e.findIndex(o=>o.name==="as"),s=r<0?void 0:e[r+1];return{types:e.slice(0,r<0?void 0:r).flatMap(o=>D(t,o).match(/[\w.]+/g)??[]).map(o=>o.split(".").at(-1)??o),name:s===void 0?null:D(t,s),body:n}}l(nS,"readHandler");function Pe(t,e,n){for(let r of Z(n)){if(e.isDead)return;/Statement$|Definition$|StatementGroup$/.test(r.name)&&ac(t,e,r)}}l(Pe,"runBody");function ac(t,e,n){Xn(t);try{tS(t,e,n)}catch(r){if(!(r instanceof x))throw r;ic(e,r.at===void 0?new x(r.type,r.message,P(t,n)):r)}}l(ac,"runStatement");function ic(t,e){t.raised=e,t.guard?.push(Kn(t)),t.isDead=!0}l(ic,"raise");function tS(t,e,n){switch(n.name){case"StatementGroup":Pe(t,e,n);return;case"AssignStatement":rS(t,e,n);return;case"UpdateStatement":sS(t,e,n);return;case"ExpressionStatement":for(let r of X(n))Q(t,e,r);return;case"ImportStatement":Vf(t,e,n);return;case"IfStatement":oc(t,e,Z(n));return;case"ForStatement":Qf(t,e,n);return;case"WhileStatement":If(t,e,n);return;case"TryStatement":jf(t,e,n);return;case"WithStatement":iS(t,e,n);return;case"FunctionDefinition":{let r=n.getChild("VariableName");r!==null&&He(e,D(t,r),k(Fi(t,e,n,D(t,r))),P(t,r));return}case"DecoratedStatement":case"ClassDefinition":{let s=(n.getChild("FunctionDefinition")??n.getChild("ClassDefinition")??n).getChild("VariableName");s!==null&&He(e,D(t,s),z(`${D(t,s)} is not followed`,P(t,s)),P(t,s));return}case"ReturnStatement":oS(t,e,n);return;case"BreakStatement":case"ContinueStatement":{let r=e.loop;n.name==="BreakStatement"?r?.leaving.push(Kn(e)):r?.continuing.push(Kn(e)),r!==null&&(e.isDead=!0);return}case"RaiseStatement":aS(t,e,n);return;case"AssertStatement":lS(t,e,n);return;case"DeleteStatement":for(let r of X(n))r.name==="VariableName"&&(e.locals??e.globals).delete(D(t,r));return;case"MatchStatement":cS(t,e,n)}}l(tS,"run");function rS(t,e,n){let r=[[]];for(let m of Z(n))m.name==="AssignOp"?r.push([]):m.name!=="TypeDef"&&m.name!=="Comment"&&r.at(-1)?.push(m);let s=r.pop()?.filter(m=>m.name!==",")??[],[i]=s,o=s.at(-1);if(r.length===0||i===void 0||o===void 0)return;let c=s.length>1||n.lastChild?.name===","?k({kind:"tuple",items:s.map(m=>Q(t,e,m))}):Q(t,e,i),u=wf(t,i,o);for(let m of r){let[d]=m;m.some(p=>p.name===","||p.name==="*")?Zl(t,e,m.filter(p=>p.name!==","),c,u):d!==void 0&&De(t,e,d,c,u)}}l(rS,"runAssign");function sS(t,e,n){let[r,s]=X(n),i=Z(n).find(d=>d.name==="UpdateOp");if(r===void 0||s===void 0||i===void 0)return;let o=Q(t,e,r),a=Q(t,e,s),c=D(t,i).slice(0,-1),u=c==="+"&&o.known&&$(o.value)&&o.value.kind==="list",m=Bi(t,e,{operator:c,left:o,right:a,node:n});if(u&&o.known&&$(o.value)&&o.value.kind==="list"&&m.known&&$(m.value)&&m.value.kind==="list"){let d=e.heap.get(m.value.id);d!==void 0&&e.heap.set(o.value.id,d),De(t,e,r,o,P(t,s))}else De(t,e,r,m,P(t,s))}l(sS,"runUpdate");function oc(t,e,n){let r=n.findIndex(u=>u.name==="Body"),s=n[r];if(s===void 0)return;let i=n.slice(0,r).find(u=>/^[A-Z]/.test(u.name)&&u.name!=="Comment"),o=n.slice(r+1);if(i===void 0){Pe(t,e,s);return}let a=Q(t,e,i),c=a.known?xe(e,a.value):null;if(c===!0)Pe(t,e,s);else if(c===!1)oc(t,e,o);else{let u=a.known?b(t,i):a,m=Ve(e),d=Ve(e);Pe(t,m,s),oc(t,d,o),Ce(e,[m,d],u.known?null:u)}}l(oc,"runIf");function iS(t,e,n){let r=Z(n);for(let[i,o]of r.entries())if(o.name==="as"){let a=r[i+1];a!==void 0&&De(t,e,a,b(t,a))}else/Expression$/.test(o.name)&&r[i-1]?.name!=="as"&&Q(t,e,o);let s=n.getChild("Body");s!==null&&Pe(t,e,s)}l(iS,"runWith");function oS(t,e,n){let r=X(n).map(i=>Q(t,e,i)),[s]=r;e.returned=r.length>1?k({kind:"tuple",items:r}):s??k(null),e.call?.leaving.push(Kn(e)),e.isDead=!0}l(oS,"runReturn");function aS(t,e,n){let[r]=X(n);if(r===void 0)throw e.raised??new x("RuntimeError","No active exception to reraise",P(t,n));let s=Q(t,e,r);if(s.known&&$(s.value)){if(s.value.kind==="exception")throw new x(s.value.type,s.value.message,P(t,n));if(s.value.kind==="native")throw new x(s.value.name,"",P(t,n))}throw new x(/^\w+/.exec(D(t,r))?.[0]??"Exception","",P(t,n))}l(aS,"runRaise");function lS(t,e,n){let[r,s]=X(n);if(r===void 0)return;let i=Q(t,e,r);if(!i.known||xe(e,i.value)!==!1)return;let o=s===void 0?k(""):Q(t,e,s);throw new x("AssertionError",o.known&&typeof o.value=="string"?o.value:"",P(t,n))}l(lS,"runAssert");function cS(t,e,n){let r=n.cursor(),s=n.to;do{if(r.from>=s)return;if(r.name!=="AssignStatement"&&r.name!=="UpdateStatement")continue;let i=r.node.firstChild;i!==null&&De(t,e,i,b(t,n),P(t,i))}while(r.next()&&r.from<s)}l(cS,"loseAssigned");var Bf=30;function Fi(t,e,n,r){let s=new Map;for(let i of Ff(t,n))i.fallback!==null&&s.set(i.name,Q(t,e,i.fallback));return t.functions.push({node:n,defaults:s}),{kind:"function",name:r,index:t.functions.length-1}}l(Fi,"defineFunction");function Ff(t,e){let n=e.getChild("ParamList"),r=[],s="",i=n===null?[]:Z(n);for(let o=0;o<i.length;o++){let a=i[o];if((a?.name==="*"||a?.name==="**")&&(s=a.name),a?.name!=="VariableName")continue;let c=i[o+1]?.name==="TypeDef"?o+2:o+1,u=i[c]?.name==="AssignOp"?i[c+1]??null:null;r.push({name:D(t,a),marker:s,fallback:u}),s="",u!==null&&(o=c+1)}return r}l(Ff,"parametersOf");function Gi(t,e){let{machine:n,state:r,node:s}=t,i=n.functions[e];if(i===void 0||n.depth>100)return b(n,s);let o=dS(t,i);if(o===null)return b(n,s);if(i.node.getChild("async")!==null||D(n,i.node).includes("yield"))return b(n,s);n.depth+=Math.ceil(150/Bf);let a={locals:r.locals,call:r.call,loop:r.loop,returned:r.returned},c={leaving:[],continuing:[]};Object.assign(r,{locals:o,call:c,loop:null,returned:k(null)});let u;try{u=uS(n,r,i),c.leaving.length>0&&(Ce(r,[{...r},...c.leaving],null),u=r.returned)}finally{Object.assign(r,a),n.depth-=Math.ceil(150/Bf)}if(!r.isDead)return u;let{raised:m}=r;throw r.isDead=!1,m??new x("RuntimeError","the function does not return",P(n,s))}l(Gi,"callFunction");function uS(t,e,{node:n}){if(n.name==="LambdaExpression"){let i=n.lastChild;return i===null?z("the function is not known",void 0):Q(t,e,i)}let r=e.guard;e.guard=[];let s=n.getChild("Body");return s!==null&&Pe(t,e,s),e.guard=r,k(null)}l(uS,"runFunction");function dS({machine:t,state:e,node:n,given:r},s){if(r.isOpen)return null;let i=new Map,o=new Map(r.keywords),a=[...r.positional],c=!1;for(let{name:u,marker:m}of Ff(t,s.node))if(m==="*")i.set(u,k({kind:"tuple",items:a.splice(0)})),c=!0;else if(m==="**"){let d=[...o].map(([p,h])=>[`s${p}`,{key:p,value:h}]);i.set(u,k(B(t,e,{kind:"dict",entries:new Map(d)}))),o.clear()}else{let d=(c?void 0:a.shift())??o.get(u)??s.defaults.get(u);if(o.delete(u),d===void 0)throw new x("TypeError",`a required argument is missing: '${u}'`,P(t,n));i.set(u,d)}if(a.length>0||o.size>0)throw new x("TypeError","the function takes fewer arguments",P(t,n));return i}l(dS,"bind");var Gf=new Set(["os.cpu_count","os.process_cpu_count","multiprocessing.cpu_count","psutil.cpu_count","billiard.cpu_count","joblib.cpu_count"]);function Xf(t,e){let{machine:n,node:r,given:s}=t,{cpuCount:i}=n.context;if(i!==void 0&&Gf.has(e))return k(BigInt(i));if(i!==void 0&&e==="os.sched_getaffinity"){let u=Array.from({length:i},(m,d)=>k(BigInt(d)));return k(B(n,t.state,{kind:"set",items:u}))}if(Gf.has(e))return z(`${D(n,r)} is the CPU count of the node`,P(n,r),"cpu_count");if(e==="os.sched_getaffinity")return k(B(n,t.state,{kind:"set",items:[z("the CPUs of the node are elements",P(n,r),"cpu_count")]}));if(e==="os.getenv")return Yi(t);if(e==="sys.exit")throw new x("SystemExit",pS(s.positional[0]),P(n,r));if(e==="os.getcwd"){let{workingDirectory:u}=n.context;return u===null?b(n,r):k(u)}let o=Y(s.positional);if(o!==null)return n.doubts++,o;let a=s.positional.flatMap(u=>u.known?[u.value]:[]),c=mS(t,e,a);return c===void 0?b(n,r):k(c,Re(s.positional))}l(Xf,"callModuleFunction");function pS(t){return t===void 0||!t.known||t.value===null||typeof t.value=="object"?"":String(t.value)}l(pS,"exitText");function Yi({machine:t,node:e,given:n}){let[r,s]=n.positional;if(r===void 0)throw new x("TypeError","the name of the variable is missing",P(t,e));if(!r.known)return r;if(typeof r.value!="string")throw new x("TypeError",`str expected, not ${j(r.value)}`,P(t,e));return Ui(t,r.value,P(t,e))??s??n.keywords.get("default")??k(null)}l(Yi,"getVariable");function mS(t,e,n){let[r]=n;switch(e){case"math.ceil":case"math.floor":case"math.trunc":{let s=r===void 0?null:U(r);if(s===null)throw new x("TypeError",`must be real number, not ${j(r??null)}`,void 0);return typeof s=="bigint"?s:Number.isFinite(s)?BigInt(e==="math.ceil"?Math.ceil(s):e==="math.floor"?Math.floor(s):Math.trunc(s)):void 0}case"math.sqrt":{let s=r===void 0?null:U(r);if(s!==null&&s<0)throw new x("ValueError","math domain error",void 0);return s===null?void 0:Math.sqrt(Number(s))}case"json.loads":return typeof r=="string"?hS(t,r):void 0;case"os.path.join":return n.every(s=>typeof s=="string")?fS(n.map(String)):void 0;case"os.path.dirname":return typeof r=="string"?r.replace(/\/*[^/]*$/,"")||(r.startsWith("/")?"/":""):void 0;case"os.path.basename":return typeof r=="string"?r.slice(r.lastIndexOf("/")+1):void 0;case"os.path.abspath":case"os.path.realpath":{let{workingDirectory:s}=t.machine.context;return typeof r=="string"&&(r.startsWith("/")||s!==null)?Yf(r.startsWith("/")?r:`${s}/${r}`):void 0}case"os.path.normpath":return typeof r=="string"&&r.startsWith("/")?Yf(r):void 0;default:return}}l(mS,"compute");function fS(t){return t.reduce((e,n)=>n.startsWith("/")?n:e===""||e.endsWith("/")?e+n:`${e}/${n}`)}l(fS,"joinPaths");function Yf(t){let e=[];for(let n of t.split("/"))n===".."?e.pop():n!==""&&n!=="."&&e.push(n);return`/${e.join("/")}`}l(Yf,"normalize");function hS({machine:t,state:e},n){if(n.length>2e4)return;let r;try{r=JSON.parse(n)}catch{throw new x("JSONDecodeError","the text is not JSON",void 0)}return lc(t,e,{parsed:r,isFloat:l(s=>new RegExp(`(?<![\\d.])${String(s).replace(".","\\.")}(?:\\.0+|[eE])`).test(n),"isFloat")})}l(hS,"parseJson");function lc(t,e,{parsed:n,isFloat:r}){if(n===null||typeof n=="boolean"||typeof n=="string")return n;if(typeof n=="number")return Number.isSafeInteger(n)&&!r(n)?BigInt(n):n;if(Array.isArray(n)){let i=n.map(o=>lc(t,e,{parsed:o,isFloat:r}));return B(t,e,{kind:"list",items:i.map(o=>k(o??null))})}if(typeof n!="object")return;let s=Object.entries(n).map(([i,o])=>[`s${i}`,{key:i,value:k(lc(t,e,{parsed:o,isFloat:r})??null)}]);return B(t,e,{kind:"dict",entries:new Map(s)})}l(lc,"fromJson");function cc(t,e,n){let{machine:r,state:s,node:i,given:o}=t,a=s.heap.get(e);if(a===void 0||a.kind==="dict")return b(r,i);let{items:c,kind:u}=a,[m,d]=o.positional,p=l(h=>(_e(r,h.length),s.heap.set(e,{kind:u,items:h}),k(null)),"set");switch(n){case"append":return m===void 0?b(r,i):p([...c,m]);case"add":return m===void 0?b(r,i):p(Pn([...c,m]));case"extend":case"update":case"union":{let h=m===void 0?null:re(r,s,m);if(h===null)return n==="union"?b(r,i):p([...c,m===void 0||m.known?b(r,i):m]);let y=u==="set"?Pn([...c,...h]):[...c,...h];return n==="union"?k(B(r,s,{kind:u,items:y})):p(y)}case"insert":return m?.known!==!0||typeof m.value!="bigint"||d===void 0?b(r,i):p([...c.slice(0,Number(m.value)),d,...c.slice(Number(m.value))]);case"pop":{let h=m?.known===!0&&typeof m.value=="bigint"?Number(m.value):-1,y=c.at(h);if(y===void 0)throw new x("IndexError","pop from empty list",P(r,i));let f=h<0?c.length+h:h;return p(c.filter((g,w)=>w!==f)),y}case"clear":return p([]);case"reverse":return p([...c].reverse());case"copy":return k(B(r,s,{kind:u,items:c}));case"remove":case"discard":case"index":case"count":return gS(t,{items:c,name:n,wanted:m,set:p});default:return p([b(r,i)]),b(r,i)}}l(cc,"callListMethod");function gS({machine:t,state:e,node:n},{items:r,name:s,wanted:i,set:o}){let a=Y([...r,...i===void 0?[]:[i]]);if(a!==null||i?.known!==!0)return a??b(t,n);let c=r.map(m=>m.known&&_n(e,m.value,i.value)===!0);if(s==="count")return k(BigInt(c.filter(m=>m).length));let u=c.indexOf(!0);if(u<0&&s==="discard")return k(null);if(u<0)throw new x("ValueError",`${ue(e,i.value)} is not in list`,P(t,n));return s==="index"?k(BigInt(u)):o(r.filter((m,d)=>d!==u))}l(gS,"search");function Kf(t,e,n){let{machine:r,state:s,node:i,given:o}=t,a=s.heap.get(e);if(a?.kind!=="dict")return b(r,i);let{entries:c}=a,[u,m]=o.positional,d=u?.known===!0?Oe(u.value):null,p=l(h=>k(B(r,s,{kind:"list",items:h})),"listOf");switch(n){case"items":return p([...c.values()].map(h=>k({kind:"tuple",items:[k(h.key),h.value]})));case"keys":return p([...c.values()].map(h=>k(h.key)));case"values":return p([...c.values()].map(h=>h.value));case"copy":return k(B(r,s,{kind:"dict",entries:c}));case"get":return d===null?Y(u===void 0?[]:[u])??b(r,i):c.get(d)?.value??m??k(null);case"setdefault":{if(d===null||u?.known!==!0)return b(r,i);let h=c.get(d)?.value;return h!==void 0?h:(s.heap.set(e,{kind:"dict",entries:new Map(c).set(d,{key:u.value,value:m??k(null)})}),m??k(null))}case"pop":{if(d===null||u?.known!==!0)return b(r,i);let h=c.get(d)?.value??m;if(h===void 0)throw new x("KeyError",ue(s,u.value)??"",P(r,i));let y=new Map(c);return y.delete(d),s.heap.set(e,{kind:"dict",entries:y}),h}case"update":{let h=new Map(c),y=u?.known===!0&&$(u.value)&&u.value.kind==="dict"?s.heap.get(u.value.id):void 0;if(u!==void 0&&y?.kind!=="dict")return b(r,i);if(y?.kind==="dict")for(let[f,g]of y.entries)h.set(f,g);for(let[f,g]of o.keywords)h.set(`s${f}`,{key:f,value:g});return s.heap.set(e,{kind:"dict",entries:h}),k(null)}default:return b(r,i)}}l(Kf,"callDictMethod");function Zf(t,e){let{machine:n,state:r,node:s}=t,i=0,o=!1,a=e.replace(/\{\{|\}\}|\{([^{}:!]*)(?:!([rsa]))?(?::([^{}]*))?\}|[{}]/g,(c,u,m,d)=>{if(c==="{{"||c==="}}")return c.slice(1);if(u===void 0)throw new x("ValueError","Single '}' encountered in format string",P(n,s));let p=/^([^.[]*)((?:\.\w+|\[[^\]]*\])*)$/.exec(String(u)),h=p?.[1]??"",y=yS(t,h===""?String(i++):h,p?.[2]??"");if(y?.known!==!0)return o=!0,"";let f=m==="r"?ue(r,y.value):y.value,g=Bt(r,f,String(d??""));return g===null&&(o=!0),g??""});return o?void 0:a}l(Zf,"formatTemplate");function yS({machine:t,state:e,node:n,given:r},s,i){let o=/^\d+$/.test(s),a=o?r.positional[Number(s)]:r.keywords.get(s);if(a===void 0)throw o?new x("IndexError","Replacement index out of range for positional args tuple",P(t,n)):new x("KeyError",`'${s}'`,P(t,n));if(i==="")return a;let c=/^\[([^\]]*)\]$/.exec(i)?.[1];if(c===void 0||!a.known||!$(a.value)||a.value.kind!=="dict")return;let u=e.heap.get(a.value.id),m=Oe(c);return u?.kind==="dict"&&m!==null?u.entries.get(m)?.value:void 0}l(yS,"resolve");function Jf(t,e,n){let{machine:r,state:s,node:i,given:o}=t,a=o.positional.flatMap(p=>p.known?[p.value]:[]),[c,u,m]=a,d=typeof c=="string"?c:void 0;switch(n){case"lower":case"casefold":return e.toLowerCase();case"upper":return e.toUpperCase();case"title":return e.replace(/[\p{L}]+/gu,p=>p.slice(0,1).toUpperCase()+p.slice(1).toLowerCase());case"capitalize":return e.slice(0,1).toUpperCase()+e.slice(1).toLowerCase();case"swapcase":return[...e].map(p=>p===p.toLowerCase()?p.toUpperCase():p.toLowerCase()).join("");case"strip":case"lstrip":case"rstrip":return c!=null&&d===void 0?void 0:kS(e,d,n);case"split":case"rsplit":{let p=typeof u=="bigint"?Number(u):wS(t,"maxsplit");if(c!=null&&d===void 0)throw new x("TypeError",`must be str or None, not ${j(c)}`,P(r,i));if(d==="")throw new x("ValueError","empty separator",P(r,i));let h=d===void 0?bS(e,p,n==="rsplit"):Hf(e,d,{limit:p,fromEnd:n==="rsplit"});return B(r,s,{kind:"list",items:h.map(y=>k(y))})}case"splitlines":{let p=e.split(/\r\n|\r|\n/);return p.at(-1)===""&&p.pop(),B(r,s,{kind:"list",items:p.map(h=>k(h))})}case"partition":case"rpartition":{if(d===void 0||d==="")return;let p=n==="partition"?e.indexOf(d):e.lastIndexOf(d);return{kind:"tuple",items:(p<0?n==="partition"?[e,"",""]:["","",e]:[e.slice(0,p),d,e.slice(p+d.length)]).map(y=>k(y))}}case"join":return OS(t,e);case"replace":return d===void 0||typeof u!="string"?void 0:(_e(r,e.length*(u.length+1)),typeof m!="bigint"||m<0n?e.replaceAll(d,()=>u):Hf(e,d,{limit:Number(m),fromEnd:!1}).join(u));case"startswith":case"endswith":return vS(c,p=>n==="startswith"?e.startsWith(p):e.endsWith(p));case"removeprefix":return d===void 0?void 0:d!==""&&e.startsWith(d)?e.slice(d.length):e;case"removesuffix":return d===void 0?void 0:d!==""&&e.endsWith(d)?e.slice(0,-d.length):e;case"find":case"rfind":return d===void 0||a.length>1?void 0:BigInt(n==="find"?e.indexOf(d):e.lastIndexOf(d));case"index":if(d===void 0||a.length>1)return;if(!e.includes(d))throw new x("ValueError","substring not found",P(r,i));return BigInt(e.indexOf(d));case"count":return d===void 0||d===""||a.length>1?void 0:BigInt(e.split(d).length-1);case"isdigit":case"isdecimal":case"isnumeric":return/^[\x00-\x7f]*$/.test(e)?/^\d+$/.test(e):void 0;case"isalpha":return new RegExp("^\\p{L}+$","u").test(e);case"isalnum":return/^[\p{L}\p{Nd}]+$/u.test(e);case"isspace":return/^\s+$/.test(e);case"isupper":return e!==e.toLowerCase()&&e===e.toUpperCase();case"islower":return e!==e.toUpperCase()&&e===e.toLowerCase();case"isidentifier":return/^[\p{L}_][\p{L}\p{Nd}_]*$/u.test(e);case"zfill":return typeof c=="bigint"&&c<10000n?e.replace(/^([-+]?)(.*)$/s,(p,h,y)=>h+y.padStart(Number(c)-h.length,"0")):void 0;case"ljust":case"rjust":return typeof c!="bigint"||c>10000n?void 0:n==="ljust"?e.padEnd(Number(c),typeof u=="string"?u:" "):e.padStart(Number(c),typeof u=="string"?u:" ");case"encode":return{kind:"bytes",value:e};case"format":return Zf(t,e);default:return}}l(Jf,"callStringMethod");function wS({given:t},e){let n=t.keywords.get(e);return n?.known===!0&&typeof n.value=="bigint"?Number(n.value):-1}l(wS,"numberKeyword");function kS(t,e,n){let r=l(o=>o!==void 0&&(e===void 0?/\s/.test(o):e.includes(o)),"isStripped"),s=0,i=t.length;if(n!=="rstrip")for(;s<i&&r(t[s]);)s++;if(n!=="lstrip")for(;i>s&&r(t[i-1]);)i--;return t.slice(s,i)}l(kS,"strip");function bS(t,e,n){let r=t.split(/\s+/).filter(i=>i!=="");if(e<0||r.length<=e+1)return r;if(n)return[new RegExp(`^\\s*(.*?)\\s+${r.slice(-e).map(()=>"\\S+").join("\\s+")}\\s*$`,"s").exec(t)?.[1]??t.trim(),...r.slice(-e)];let s=t.trimStart().split(/(\s+)/);return[...r.slice(0,e),s.slice(e*2).join("").trimEnd()]}l(bS,"splitBlanks");function Hf(t,e,{limit:n,fromEnd:r}){let s=t.split(e);return n<0||s.length<=n+1?s:r?n===0?[t]:[s.slice(0,-n).join(e),...s.slice(-n)]:[...s.slice(0,n),s.slice(n).join(e)]}l(Hf,"splitAt");function vS(t,e){if(typeof t=="string")return e(t);if(t===void 0||!$(t)||t.kind!=="tuple")return;let n=t.items.map(r=>r.known&&typeof r.value=="string"?e(r.value):void 0);return n.includes(!0)?!0:n.includes(void 0)?void 0:!1}l(vS,"affix");function OS({machine:t,state:e,node:n,given:r},s){let[i]=r.positional,o=i===void 0?null:re(t,e,i);if(o===null||Y(o)!==null)return;let a=[];for(let[c,u]of o.entries()){if(!u.known)return;if(typeof u.value!="string")throw new x("TypeError",`sequence item ${c}: expected str instance, ${j(u.value)} found`,P(t,n));a.push(u.value)}return _e(t,a.reduce((c,u)=>c+u.length+s.length,0)),a.join(s)}l(OS,"join");var xS=new Set(["capitalize","casefold","center","count","encode","endswith","expandtabs","find","format","format_map","index","isalnum","isalpha","isascii","isdecimal","isdigit","isidentifier","islower","isnumeric","isprintable","isspace","istitle","isupper","join","ljust","lower","lstrip","maketrans","partition","removeprefix","removesuffix","replace","rfind","rindex","rjust","rpartition","rsplit","rstrip","split","splitlines","startswith","strip","swapcase","title","translate","upper","zfill"]);function Xi(t,e,n){let{machine:r,state:s,node:i,given:o}=t,{value:a}=e;if(o.isOpen)return b(r,i);if(typeof a=="string"){let c=Y([...o.positional,...o.keywords.values()]);if(c!==null)return r.doubts++,c;let u=Jf(t,a,n);if(u===void 0&&!xS.has(n))throw new x("AttributeError",`'str' object has no attribute '${n}'`,P(r,i));return u===void 0?b(r,i):k(u,Re([e,...o.positional]))}if(!$(a)){if(a===null||n!=="is_integer")throw new x("AttributeError",`'${j(a)}' object has no attribute '${n}'`,P(r,i));return k(typeof a!="number"||Number.isInteger(a))}switch(a.kind){case"environ":return SS(t,n);case"list":case"set":return cc(t,a.id,n);case"dict":return Kf(t,a.id,n);case"bytes":return n==="decode"?k(a.value,e.from):b(r,i);case"namespace":return TS(t,n);case"tuple":{let c=B(r,s,{kind:"list",items:a.items});return $(c)&&"id"in c&&(n==="index"||n==="count")?cc(t,c.id,n):b(r,i)}default:return b(r,i)}}l(Xi,"callMethod");function SS(t,e){let{machine:n,state:r,node:s}=t;return e==="get"?Yi(t):e==="items"||e==="keys"||e==="values"?k(B(n,r,{kind:"list",items:Di(n,e)})):e==="copy"?k({kind:"environ"}):e==="setdefault"||e==="pop"?Yi(t):b(n,s)}l(SS,"callEnvironment");function TS({machine:t,state:e,node:n,given:r},s){if(s==="get"){let[i,o]=r.positional;return(i?.known===!0&&typeof i.value=="string"?e.globals.get(i.value):void 0)??(i?.known===!0?o??k(null):b(t,n))}if(s!=="update")return b(t,n);for(let[i,o]of r.keywords)e.globals.set(i,o);for(let i of r.positional){let o=i.known&&$(i.value)&&i.value.kind==="dict"?e.heap.get(i.value.id):void 0;if(o?.kind==="dict")for(let{key:a,value:c}of o.entries.values())typeof a=="string"&&e.globals.set(a,c)}return k(null)}l(TS,"callNamespace");var _S=new Set(["list","tuple","set","frozenset","dict","range","enumerate","zip","sorted","reversed","map","filter"]);function eh(t){return _S.has(t)}l(eh,"isBuiltinCollection");function nh(t,e){let{machine:n,state:r,node:s,given:i}=t,[o,a]=i.positional;if(e==="dict")return ES(t);if(e==="range")return RS(t);if(o===void 0)return e==="tuple"?k({kind:"tuple",items:[]}):k(B(n,r,{kind:e==="set"||e==="frozenset"?"set":"list",items:[]}));if(e==="map"||e==="filter")return a===void 0?b(n,s):CS(t,e,o,a);let c=i.positional.slice(0,e==="zip"?void 0:1).map(d=>uc(t,d));if(c.includes(null))return Y(i.positional)??b(n,s);let[u=[],...m]=c.map(d=>d??[]);switch(_e(n,u.length),e){case"tuple":return k({kind:"tuple",items:u},null);case"set":case"frozenset":return k(B(n,r,{kind:"set",items:Pn(u)}));case"enumerate":{let d=a??i.keywords.get("start"),p=d?.known===!0&&typeof d.value=="bigint"?d.value:0n;return ht(t,u.map((h,y)=>PS(k(p+BigInt(y)),h)))}case"zip":{let d=Math.min(u.length,...m.map(p=>p.length));return ht(t,u.slice(0,d).map((p,h)=>k({kind:"tuple",items:[p,...m.map(y=>y[h]??k(null))]})))}case"sorted":return qS(t,u);case"reversed":return ht(t,[...u].reverse());default:return ht(t,u)}}l(nh,"collect");function uc({machine:t,state:e,node:n},r){let s=re(t,e,r);if(s===null&&r.known&&!$(r.value))throw new x("TypeError",`'${j(r.value)}' object is not iterable`,P(t,n));return s}l(uc,"elementsOf");function PS(t,e){return k({kind:"tuple",items:[t,e]})}l(PS,"pair");function ht({machine:t,state:e},n){return k(B(t,e,{kind:"list",items:n}))}l(ht,"listOf");function ES({machine:t,state:e,node:n,given:r}){let s=new Map,[i]=r.positional;if(i!==void 0){let o=i.known&&$(i.value)&&i.value.kind==="dict"?e.heap.get(i.value.id):void 0;if(o?.kind==="dict")for(let[a,c]of o.entries)s.set(a,c);else{let a=re(t,e,i);if(a===null)return Y([i])??b(t,n);for(let c of a){let[u,m]=re(t,e,c)??[],d=u?.known===!0?Oe(u.value):null;if(d===null||u?.known!==!0||m===void 0)return b(t,n);s.set(d,{key:u.value,value:m})}}}for(let[o,a]of r.keywords)s.set(`s${o}`,{key:o,value:a});return k(B(t,e,{kind:"dict",entries:s}))}l(ES,"makeDict");function RS({machine:t,node:e,given:n}){let r=Y(n.positional);if(r!==null)return r;let s=n.positional.map(u=>u.known?U(u.value):null),i=s.flatMap(u=>typeof u=="bigint"?[u]:[]);if(i.length!==s.length||i.length===0)throw new x("TypeError","range expected integers",P(t,e));let[o,a,c]=i.length===1?[0n,i[0]??0n,1n]:[i[0]??0n,i[1]??0n,i[2]??1n];if(c===0n)throw new x("ValueError","range() arg 3 must not be zero",P(t,e));return k({kind:"range",start:o,stop:a,step:c})}l(RS,"makeRange");function CS(t,e,n,r){let s=uc(t,r),{machine:i,state:o,node:a}=t;if(s===null||!n.known)return Y([n,r])??b(i,a);let c=n.value===null?s:s.map(m=>th(t,n,m));if(e==="map")return ht(t,c);let u=c.map(m=>m.known?xe(o,m.value):null);return u.includes(null)?Y(c)??b(i,a):ht(t,s.filter((m,d)=>u[d]===!0))}l(CS,"apply");function th(t,e,n){let r={...t,given:{positional:[n],keywords:new Map,isOpen:!1}};return!e.known||!$(e.value)?b(t.machine,t.node):e.value.kind==="native"?Ki(r,e.value.name):e.value.kind==="method"?Xi(r,e.value.receiver,e.value.name):e.value.kind==="function"?Gi(r,e.value.index):b(t.machine,t.node)}l(th,"callWith");function qS(t,e){let{machine:n,node:r,given:s}=t,i=Y(e);if(i!==null)return i;let o=s.keywords.get("key"),a=e.map(y=>o===void 0?y:th(t,o,y)),c=Y(a);if(c!==null)return c;let u=a.map(y=>y.known?y.value:null);if(!u.every(y=>U(y)!==null)&&!u.every(y=>typeof y=="string"))return b(n,r);let d=s.keywords.get("reverse"),p=d?.known===!0&&d.value===!0?-1:1,h=e.map((y,f)=>({item:y,key:u[f]??null}));return h.sort((y,f)=>p*rh(y.key,f.key)),ht(t,h.map(({item:y})=>y))}l(qS,"sort");function rh(t,e){if(typeof t=="string"&&typeof e=="string")return t<e?-1:t>e?1:0;let[n,r]=[U(t)??0,U(e)??0];return n<r?-1:n>r?1:0}l(rh,"compareKeys");function sh(t,e){let{machine:n,state:r,node:s,given:i}=t,[o]=i.positional;if(o===void 0)throw new x("TypeError",`${e} expected at least 1 argument, got 0`,P(n,s));if(e==="len")return NS(t,o);let c=(e==="max"||e==="min")&&i.positional.length>1?i.positional:uc(t,o);if(c===null||i.keywords.has("key"))return Y(i.positional)??b(n,s);if(e==="any"||e==="all"){let m=c.map(d=>d.known?xe(r,d.value):null);return m.includes(e==="any")?k(e==="any"):m.includes(null)?Y(c)??b(n,s):k(e==="all")}let u=Y(c);return u!==null?(n.doubts++,u):e==="sum"?AS(t,c):$S(t,e,c)}l(sh,"aggregate");function NS({machine:t,state:e,node:n},r){if(!r.known)return r;if(typeof r.value=="string")return k(BigInt([...r.value].length),r.from);if(!$(r.value))throw new x("TypeError",`object of type '${j(r.value)}' has no len()`,P(t,n));if(r.value.kind==="bytes")return k(BigInt(r.value.value.length),r.from);let s=re(t,e,r),i=s?.some(o=>!o.known&&o.why.includes("elements"))??!0;return s===null||i?Y(s??[])??b(t,n):k(BigInt(s.length))}l(NS,"lengthOf");function AS({machine:t,node:e,given:n},r){let s=n.positional[1]??k(0n);for(let i of r){let o=i.known&&s.known?Zn("+",s.value,i.value):null;if(o===null)return b(t,e);s=k(o)}return s.known?k(s.value,Re(r)):s}l(AS,"sum");function $S(t,e,n){let{machine:r,node:s,given:i}=t,[o,...a]=n;if(o===void 0){let u=i.keywords.get("default");if(u!==void 0)return u;throw new x("ValueError",`${e}() arg is an empty sequence`,P(r,s))}let c=o;for(let u of a){if(!u.known||!c.known)return z("an element is not known",P(r,s));if(!(U(u.value)!==null&&U(c.value)!==null)&&(typeof u.value!="string"||typeof c.value!="string")){if($(u.value)&&$(c.value))return b(r,s);let[p,h]=[u.value,c.value].map(j);throw new x("TypeError",`'${e==="max"?">":"<"}' not supported between instances of '${p}' and '${h}'`,P(r,s))}let d=rh(u.value,c.value);(e==="max"?d>0:d<0)&&(c=u)}return c.known?k(c.value,c.from??null):c}l($S,"extreme");function Ki(t,e){let{machine:n,node:r,given:s}=t;if(s.isOpen)return b(n,r);if(Zr.has(e)||e==="BaseException")return VS(t,e);if(e.includes("."))return Xf(t,e);if(eh(e))return nh(t,e);if(e==="max"||e==="min"||e==="sum"||e==="any"||e==="all"||e==="len")return sh(t,e);if(e==="globals"||e==="locals"||e==="vars")return s.positional.length===0?k({kind:"namespace"}):b(n,r);if(e==="print")return k(null);if(e==="exit"||e==="quit")throw new x("SystemExit","the module exits",P(n,r));let i=[...s.positional,...s.keywords.values()],o=Y(i);if(o!==null)return n.doubts++,o;let a=s.positional.flatMap(u=>u.known?[u.value]:[]),c=MS(t,e,a);return c===void 0?b(n,r):k(c,Re(i))}l(Ki,"callNative");function VS({state:t,given:e},n){let[r]=e.positional,s=r===void 0?"":r.known?Ze(t,r.value)??"":"a message that is not known",i=n==="KeyError"&&r?.known===!0;return k({kind:"exception",type:n,message:i?ue(t,r.value)??s:s})}l(VS,"makeException");function MS(t,e,n){let{state:r,given:s}=t,[i,o]=n;switch(e){case"int":{let a=s.keywords.get("base"),c=a?.known===!0?a.value:o;return i===void 0?0n:jt(i,c===void 0?10:Number(U(c)??10))}case"float":return i===void 0?0:vf(i);case"str":return i===void 0?"":Ze(r,i)??void 0;case"repr":return i===void 0?void 0:ue(r,i)??void 0;case"bool":return i===void 0?!1:xe(r,i)??void 0;case"round":return i===void 0?void 0:QS(i,o);case"abs":{let a=i===void 0?null:U(i);if(a!==null)return a<0?-a:a;throw new x("TypeError",`bad operand type for abs(): '${j(i??null)}'`,void 0)}case"pow":return i===void 0||o===void 0||n.length>2?void 0:Zn("**",i,o)??void 0;case"divmod":{if(i===void 0||o===void 0)return;let[a,c]=[Zn("//",i,o),Zn("%",i,o)];return a===null||c===null?void 0:{kind:"tuple",items:[k(a),k(c)]}}case"format":return i===void 0?void 0:Bt(r,i,typeof o=="string"?o:"")??void 0;case"chr":return typeof i=="bigint"&&i>=0n&&i<0x110000n?String.fromCodePoint(Number(i)):void 0;case"ord":return typeof i=="string"&&[...i].length===1?BigInt(i.codePointAt(0)??0):void 0;case"hex":case"oct":case"bin":{if(typeof i!="bigint")return;let[a,c]=e==="hex"?["0x",16]:e==="oct"?["0o",8]:["0b",2];return i<0n?`-${a}${(-i).toString(c)}`:a+i.toString(c)}case"isinstance":return i===void 0||o===void 0?void 0:ih(i,o);case"callable":return $(i??null)&&/^(?:function|native|method)$/.test(typeof i=="object"&&i!==null?i.kind:"");default:return}}l(MS,"compute");function QS(t,e){let n=U(t);if(n===null)throw new x("TypeError",`type ${j(t)} doesn't define __round__ method`,void 0);if(typeof n=="bigint")return e==null||typeof e=="bigint"&&e>=0n?n:void 0;if(e==null)return jt(IS(n));if(!(typeof e!="bigint"||e<0n||e>15n))return Number(n.toFixed(Number(e)))}l(QS,"round");function IS(t){return Number.isFinite(t)?zi(t):t}l(IS,"roundWhole");function ih(t,e){if(!$(e))return;if(e.kind==="tuple"){let r=e.items.map(s=>s.known?ih(t,s.value):void 0);return r.includes(!0)?!0:r.includes(void 0)?void 0:!1}if(e.kind!=="native")return;let n=j(t);return n===e.name||n==="bool"&&e.name==="int"||e.name==="object"}l(ih,"isInstance");function oh(t,e,n){let[r]=X(n);if(r===void 0)return b(t,n);let s=Wt(t,r),i=LS(t,e,r),o=n.getChild("ArgList"),a=o===null?{positional:[],keywords:new Map,isOpen:!0}:US(t,e,o),c={machine:t,state:e,node:n,given:a},u=i.known&&$(i.value)?i.value:null;if(i.known&&u===null)throw new x("TypeError",`'${j(i.value)}' object is not callable`,P(t,n));switch(u?.kind){case"native":return Ki(c,u.name);case"method":return Xi(c,u.receiver,u.name);case"function":return Gi(c,u.index);default:return zS(c,s),t.doubts++,i.known?b(t,n):z(`what ${D(t,r).slice(0,60)} returns is not known`,P(t,n),void 0)}}l(oh,"callExpression");function LS(t,e,n){return Q(t,e,n)}l(LS,"evaluateCallee");function zS({machine:t,state:e,node:n,given:r},s){if(s===null||e.locals!==null)return;let i={name:s,positional:r.positional,keywords:r.keywords,at:P(t,n)};t.calls.push({call:i,state:{...e,heap:new Map(e.heap)}})}l(zS,"record");function US(t,e,n){let r=[],s=new Map,i=!1,o="",a=Z(n).filter(c=>c.name!=="Comment");if(a.some(c=>c.name==="for"))return{positional:[ji(t,e,n)],keywords:s,isOpen:i};for(let c=0;c<a.length;c++){let u=a[c];if(u===void 0)break;if(u.name==="*"||u.name==="**")o=u.name;else if(/^[A-Z]/.test(u.name)&&u.name!=="AssignOp"){let m=a[c+1]?.name==="AssignOp",d=a[m?c+2:c];if(d===void 0)break;let p=Q(t,e,d);if(m)s.set(D(t,u),p);else if(o==="")r.push(p);else if(o==="*"){let h=re(t,e,p);h===null?i=!0:r.push(...h)}else i=!DS(e,p,s)||i;o="",m&&(c+=2)}}return{positional:r,keywords:s,isOpen:i}}l(US,"evaluateArguments");function DS(t,e,n){let r=e.known&&$(e.value)&&e.value.kind==="dict"?t.heap.get(e.value.id):void 0;if(r?.kind!=="dict")return!1;for(let{key:s,value:i}of r.entries.values())typeof s=="string"&&n.set(s,i);return!0}l(DS,"spread");var WS=150;function X(t){let e=[];for(let n=t.firstChild;n!==null;n=n.nextSibling)/^[A-Z⚠]/.test(n.name)&&!/Op$/.test(n.name)&&e.push(n);return e}l(X,"operands");function Z(t){let e=[];for(let n=t.firstChild;n!==null;n=n.nextSibling)e.push(n);return e}l(Z,"childrenOf");function Q(t,e,n){if(Xn(t),t.depth>WS)throw new un("the module is nested too deeply");t.depth++;try{return jS(t,e,n)}catch(r){throw r instanceof x&&r.at===void 0?new x(r.type,r.message,P(t,n)):r}finally{t.depth--}}l(Q,"evaluate");function b(t,e){t.doubts++;let n=D(t,e).replace(/\s+/g," ");return z(`${n.length>60?`${n.slice(0,60)}…`:n} is not known`,P(t,e))}l(b,"notFollowed");function jS(t,e,n){switch(n.name){case"Number":{let r=Ef(D(t,n));return r===null?b(t,n):k(r)}case"Boolean":return k(D(t,n)==="True");case"None":return k(null);case"String":case"FormatString":return Yl(t,e,n);case"ContinuedString":return Xl(t,n,X(n).map(r=>Yl(t,e,r)));case"VariableName":return Wf(t,e,n);case"ParenthesizedExpression":{let[r]=X(n);return r===void 0?b(t,n):Q(t,e,r)}case"NamedExpression":{let[r,s]=X(n);if(r===void 0||s===void 0)return b(t,n);let i=Q(t,e,s);return(e.locals??e.globals).set(D(t,r),i),i}case"TupleExpression":return k({kind:"tuple",items:Wi(t,e,n)});case"ArrayExpression":return k(B(t,e,{kind:"list",items:Wi(t,e,n)}));case"SetExpression":return k(B(t,e,{kind:"set",items:Pn(Wi(t,e,n))}));case"DictionaryExpression":return qf(t,e,n);case"ArrayComprehensionExpression":case"SetComprehensionExpression":case"DictionaryComprehensionExpression":case"ComprehensionExpression":return ji(t,e,n);case"UnaryExpression":return BS(t,e,n);case"BinaryExpression":return YS(t,e,n);case"ConditionalExpression":return FS(t,e,n);case"MemberExpression":return n.getChild("[")===null?kf(t,e,n):Nf(t,e,n);case"CallExpression":return oh(t,e,n);case"LambdaExpression":return k(Fi(t,e,n,"<lambda>"));default:return b(t,n)}}l(jS,"evaluateNode");function ah(t,e,n){let[r,s]=n.name==="BinaryExpression"?X(n).filter(c=>c.name!=="Comment"):[],i=r===void 0||s===void 0?"":Ft(t,r,s);if(r===void 0||s===void 0||i!=="and"&&i!=="or"){let c=Q(t,e,n);if(!c.known)return c;let u=xe(e,c.value);return u===null?b(t,n):k(!u,c.from)}let o=ah(t,e,r),a=o.known?xe(e,o.value):null;return a===null?lh(t,e,n,o,s):a===(i==="and")?Q(t,e,s):o}l(ah,"evaluateNot");function BS(t,e,n){let[r]=X(n);if(r===void 0)return b(t,n);if(n.getChild("not")!==null)return ah(t,e,r);let s=Q(t,e,r);if(!s.known)return s;let i=D(t,n).slice(0,1),o=U(s.value);if(o===null)throw new x("TypeError",`bad operand type for unary ${i}: '${j(s.value)}'`,P(t,n));return i==="-"?k(-o,s.from):i==="~"&&typeof o=="bigint"?k(~o,s.from):i==="+"?k(o,s.from):b(t,n)}l(BS,"evaluateUnary");function FS(t,e,n){let[r,s,i]=X(n);if(r===void 0||s===void 0||i===void 0)return b(t,n);let o=Q(t,e,s),a=o.known?xe(e,o.value):null;return a!==null?Q(t,e,a?r:i):GS(t,e,n,[r,i],o)}l(FS,"evaluateConditional");function GS(t,e,n,r,s){let i=[],o=[];for(let m of r){let d=Ve(e);try{i.push(Q(t,d,m)),o.push(d)}catch(p){if(!(p instanceof x))throw p;t.doubts++}}let a=s.known?null:s;Ce(e,o,a);let[c,u]=i;return c===void 0?b(t,n):u===void 0?c:Dt(D(t,n).slice(0,60),c,u,a)}l(GS,"either");function Ft(t,e,n){return t.text.value.slice(e.to,n.from).replace(/#[^\n]*/g," ").replace(/[\s\\]+/g," ").trim()}l(Ft,"operatorBetween");function YS(t,e,n){let[r,s]=X(n).filter(c=>c.name!=="Comment");if(r===void 0||s===void 0)return b(t,n);let i=Ft(t,r,s).replace(/^\)+|\(+$/g,"").trim();if(i==="and"&&XS(t,s))return b(t,n);if(i==="and"||i==="or"){let c=Q(t,e,r),u=c.known?xe(e,c.value):null;return u===null?lh(t,e,n,c,s):u===(i==="and")?Q(t,e,s):c}if(rc(i))return Uf(t,e,n);let o=Q(t,e,r),a=Q(t,e,s);return Bi(t,e,{operator:i,left:o,right:a,node:n})}l(YS,"evaluateBinary");function XS(t,e){let[n]=e.name==="UnaryExpression"&&e.getChild("not")!==null?X(e):[],[r,s]=n?.name==="BinaryExpression"?X(n):[];return r!==void 0&&s!==void 0&&Ft(t,r,s)==="or"}l(XS,"isNotOr");function lh(t,e,n,r,s){let i=Ve(e),o=Ve(e),a=Q(t,i,s),c=r.known?null:r;return Ce(e,[o,i],c),Dt(D(t,n).slice(0,60),r,a,c)}l(lh,"joinOperands");function Gt(t,e,n,r=0){if(!e.known)return e;let s=r>20?void 0:KS(t,e.value,n,r);if(s===void 0)return z("the value is nested too deeply",n.kind==="default"?void 0:n.at);let{from:i}=e;return i===null||n.kind==="default"?{known:!0,value:s,origin:n}:{known:!0,value:s,origin:{kind:"substituted",variable:i.variable,at:n.at,from:i.origin}}}l(Gt,"exportResult");function KS(t,e,n,r){if(typeof e!="object"||e===null)return e;let s=l(i=>i.map(o=>Gt(t,o,n,r+1)),"items");switch(e.kind){case"bytes":return e;case"tuple":return{kind:"tuple",items:s(e.items)};case"list":case"set":case"dict":{let i=t.heap.get(e.id);if(i===void 0)return;if(i.kind!=="dict")return{kind:i.kind,items:s(i.items)};let o=[...i.entries.values()].map(a=>[Ze(t,a.key)??"",Gt(t,a.value,n,r+1)]);return{kind:"dict",entries:new Map(o)}}case"function":case"module":case"native":case"method":return{kind:"object",type:e.kind,name:e.name};case"exception":return{kind:"object",type:"exception",name:e.type};default:return{kind:"object",type:e.kind,name:e.kind}}}l(KS,"exportValue");var ch=262144;function Hr(t,e){let n={text:t,context:e,functions:[],calls:[],steps:0,work:0,depth:0,nextId:1,doubts:0},r=yf(),s=[];r.guard=s;let i=ZS(n,r),[o]=s,a=r.isDead&&o?.raised&&o.mass===1?o.raised:null,c=r.isDead&&o!==void 0?o:r,u=a===null?"":a.message===""?a.type:`${a.type}: ${a.message}`;return{names:JS(c,i),open:c.openNames,error:a===null?null:{message:u,at:a.at},incomplete:i,calls:n.calls.map(({call:m,state:d})=>e1(d,m))}}l(Hr,"evaluateModule");function ZS(t,e){let{text:n}=t,r=yt(n);if(n.value.length>ch)return{why:`the module is longer than ${ch} characters`,at:r};try{let{topNode:s}=ff.parse(n.value),i=HS(s);for(let o of Z(s)){if(e.isDead)break;/Statement$|Definition$|StatementGroup$/.test(o.name)&&ac(t,e,o)}return i===null?null:{why:"the module has a syntax error",at:P(t,i)??r}}catch(s){if(s instanceof un)return{why:s.message,at:r};throw s}}l(ZS,"run");function HS(t){let e=t.cursor();for(;e.next();)if(e.type.isError)return e.node;return null}l(HS,"firstError");function JS(t,e){let n=new Map;for(let[r,s]of t.globals){let i=t.places.get(r),o=i===void 0?{kind:"default",reference:"the module"}:{kind:"written",at:i},a=e!==null&&s.known;n.set(r,Gt(t,a?z(e.why,e.at):s,o))}return n}l(JS,"exportNames");function e1(t,{name:e,positional:n,keywords:r,at:s}){let i=s===void 0?{kind:"default",reference:"the module"}:{kind:"written",at:s};return{name:e,positional:n.map(o=>Gt(t,o,i)),keywords:new Map([...r].map(([o,a])=>[o,Gt(t,a,i)])),at:s}}l(e1,"exportCall");var uh=new Map([["concurrency",["worker_concurrency","CELERYD_CONCURRENCY"]],["pool",["worker_pool","CELERYD_POOL"]],["prefetch_multiplier",["worker_prefetch_multiplier","CELERYD_PREFETCH_MULTIPLIER"]],["max_tasks_per_child",["worker_max_tasks_per_child","CELERYD_MAX_TASKS_PER_CHILD"]],["max_memory_per_child",["worker_max_memory_per_child","CELERYD_MAX_MEMORY_PER_CHILD"]],["time_limit",["task_time_limit","CELERYD_TASK_TIME_LIMIT"]],["soft_time_limit",["task_soft_time_limit","CELERYD_TASK_SOFT_TIME_LIMIT"]]]);function dh(t,e,n){let r=r1(t1(t),e,n);return{settings:new Map([...r.settings,...n1(t)]),doubts:r.doubts}}l(dh,"applicationSettings");function n1(t){let e=new Map;for(let n of t.positionals){let r=/^(?:worker)?[._](\w+)=(.*)$/i.exec(ie(n)??"");if(r?.[1]===void 0||r[2]===void 0||!n.known)continue;let s=n.text.segments[0]?.location,i=Xe(r[2])??r[2];e.set(r[1].toLowerCase(),{known:!0,value:i,origin:"cli",at:s,writtenAs:r[0]})}return e}l(n1,"surplusSettings");function t1(t){let e=t.options.find(r=>r.spec.setting==="app")?.value,n=e==null?null:ie(e);return n===null?null:n.split(/[.:]/)[0]??null}l(t1,"applicationPackage");function r1(t,e,n){let r=new Map,s=[];for(let i of s1(n)){let o=i.segments[0]?.location.file.path??"",a=Hr(i,{environment:e.environment,fileName:o,workingDirectory:e.workingDirectory}),c=/(^|\/)celeryconfig\.py$/.test(o)||c1(o,t);for(let[u,m]of i1(a)){let d=c?a1(m):l1(u,o,m),p=r.get(u);(p===void 0||c&&!p.known)&&r.set(u,d),c||s.push(`${o} sets ${u} for some celery application`)}}return{settings:r,doubts:[...new Set(s)].slice(0,1)}}l(r1,"pythonSettings");function s1(t){let e=[...uh.values()].flatMap(([n="",r=""])=>[n,r,`CELERY_${n.toUpperCase()}`]);return t.searchPython(e).filter(n=>{let r=n.segments[0]?.location.file.path??"";return!/(^|\/)(tests?|site-packages)\/|(^|\/)test_[^/]*$/.test(r)})}l(s1,"candidateFiles");function i1(t){let e=new Map;for(let[n,[r="",s=""]]of uh)for(let i of[s,r,`CELERY_${r.toUpperCase()}`]){let o=t.names.get(i)??o1(t,i);o!==void 0&&e.set(n,o);for(let a of t.calls){let c=/(^|\.)(update|Celery)$/.test(a.name)?a.keywords.get(i):void 0;c!==void 0&&e.set(n,c)}}return e}l(i1,"settingsOf");function o1(t,e){for(let[n,r]of t.names)if(n.endsWith(`.conf.${e}`))return r}l(o1,"valueOfAttribute");function a1(t){let e=ph(t);if(!t.known)return{known:!1,why:t.why,dependsOn:t.dependsOn,at:e};let n=t.value;return typeof n=="bigint"?{known:!0,value:Number(n),origin:"configFile",at:e}:n===null||typeof n=="string"||typeof n=="number"||typeof n=="boolean"?{known:!0,value:n,origin:"configFile",at:e}:{known:!1,why:"the application computes it",at:e}}l(a1,"toSetting");function l1(t,e,n){return{known:!1,why:`${e} sets ${t}, perhaps for this application`,at:ph(n)}}l(l1,"doubtful");function ph(t){return t.known?t.origin.kind==="default"?void 0:t.origin.at:t.at}l(ph,"placeOf");function c1(t,e){return e!==null&&new RegExp(`(^|/)${u1(e)}(/|\\.py$)`).test(t)}l(c1,"isInPackage");function u1(t){return t.replace(/[^\w]/g,"\\$&")}l(u1,"escapePattern");var d1=["DEBUG","INFO","WARNING","ERROR","CRITICAL","FATAL"],Zi=[{setting:"app",flags:["-A","--app"],arity:"one",type:"string"},{setting:"broker",flags:["-b","--broker"],arity:"one",type:"string"},{setting:"result_backend",flags:["--result-backend"],arity:"one",type:"string"},{setting:"loader",flags:["--loader"],arity:"one",type:"string"},{setting:"config",flags:["--config"],arity:"one",type:"string"},{setting:"workdir",flags:["--workdir"],arity:"one",type:"string"},{setting:"no_color",flags:["-C","--no-color"],arity:"none",type:"boolean"},{setting:"quiet",flags:["-q","--quiet"],arity:"none",type:"boolean"},{setting:"version",flags:["--version"],arity:"none",type:"boolean"},{setting:"skip_checks",flags:["--skip-checks"],arity:"none",type:"boolean"},{setting:"help",flags:["--help"],arity:"none",type:"boolean"}],mh=[{setting:"logfile",flags:["-f","--logfile"],arity:"one",type:"string"},{setting:"pidfile",flags:["--pidfile"],arity:"one",type:"string"},{setting:"uid",flags:["--uid"],arity:"one",type:"string"},{setting:"gid",flags:["--gid"],arity:"one",type:"string"},{setting:"umask",flags:["--umask"],arity:"one",type:"string"},{setting:"executable",flags:["--executable"],arity:"one",type:"string"},{setting:"help",flags:["--help"],arity:"none",type:"boolean"}],fh={setting:"loglevel",flags:["-l","--loglevel"],arity:"one",type:"choice",choices:d1},Hn=[{setting:"hostname",flags:["-n","--hostname"],arity:"one",type:"string"},{setting:"detach",flags:["-D","--detach"],arity:"none",type:"boolean"},{setting:"statedb",flags:["-S","--statedb"],arity:"one",type:"string"},fh,{setting:"optimization",flags:["-O","--optimization"],arity:"one",type:"choice",choices:["default","fair"]},{setting:"prefetch_multiplier",flags:["--prefetch-multiplier"],arity:"one",type:"int"},{setting:"disable_prefetch",flags:["--disable-prefetch"],arity:"none",type:"boolean"},{setting:"concurrency",flags:["-c","--concurrency"],arity:"one",type:"int"},{setting:"pool",flags:["-P","--pool"],arity:"one",type:"choice",choices:["prefork","eventlet","gevent","solo","processes","threads","custom"]},{setting:"task_events",flags:["-E","--task-events","--events"],arity:"none",type:"boolean"},{setting:"time_limit",flags:["--time-limit"],arity:"one",type:"float"},{setting:"soft_time_limit",flags:["--soft-time-limit"],arity:"one",type:"float"},{setting:"max_tasks_per_child",flags:["--max-tasks-per-child"],arity:"one",type:"int"},{setting:"max_memory_per_child",flags:["--max-memory-per-child"],arity:"one",type:"int"},{setting:"purge",flags:["--purge","--discard"],arity:"none",type:"boolean"},{setting:"queues",flags:["--queues","-Q"],arity:"one",type:"list"},{setting:"exclude_queues",flags:["--exclude-queues","-X"],arity:"one",type:"list"},{setting:"include",flags:["--include","-I"],arity:"one",type:"list"},{setting:"without_gossip",flags:["--without-gossip"],arity:"none",type:"boolean"},{setting:"without_mingle",flags:["--without-mingle"],arity:"none",type:"boolean"},{setting:"without_heartbeat",flags:["--without-heartbeat"],arity:"none",type:"boolean"},{setting:"heartbeat_interval",flags:["--heartbeat-interval"],arity:"one",type:"int"},{setting:"autoscale",flags:["--autoscale"],arity:"one",type:"custom"},{setting:"beat",flags:["-B","--beat"],arity:"none",type:"boolean"},{setting:"schedule_filename",flags:["-s","--schedule-filename","--schedule"],arity:"one",type:"string"},{setting:"scheduler",flags:["--scheduler"],arity:"one",type:"string"},...mh],Yt=[{setting:"detach",flags:["--detach"],arity:"none",type:"boolean"},{setting:"schedule",flags:["-s","--schedule"],arity:"one",type:"string"},{setting:"scheduler",flags:["-S","--scheduler"],arity:"one",type:"string"},{setting:"max_interval",flags:["--max-interval"],arity:"one",type:"int"},fh,...mh],dc=[{setting:"max_tasks_per_child",flags:["--maxtasksperchild"],arity:"one",type:"int"},{setting:"max_memory_per_child",flags:["--maxmemperchild"],arity:"one",type:"int"},{setting:"autoreload",flags:["--autoreload"],arity:"none",type:"boolean"},{setting:"no_execv",flags:["--no-execv"],arity:"none",type:"boolean"},{setting:"time_limit",flags:["--task-time-limit"],arity:"one",type:"float"},{setting:"soft_time_limit",flags:["--task-soft-time-limit"],arity:"one",type:"float"}],pc=new Map([["pool","prefork"],["autoscale",null],["max_tasks_per_child",null],["max_memory_per_child",null],["prefetch_multiplier",4],["optimization","default"],["beat",!1],["queues",null],["exclude_queues",null],["include",null],["time_limit",null],["soft_time_limit",null],["without_gossip",!1],["without_mingle",!1],["without_heartbeat",!1],["detach",!1],["purge",!1],["disable_prefetch",!1],["hostname",null],["loglevel","WARNING"],["scheduler",null],["schedule_filename",null],["statedb",null],["pidfile",null],["logfile",null],["task_events",!1],["heartbeat_interval",null]]);var hh=new Map([["worker",Hn],["beat",Yt]]),gh={options:[],positionals:[],error:null,opaque:[]};function yh(t){let e=Dr(t,{table:Zi,stopsAtPositional:!0}),n=bh(t,e.restFrom);return e.options.some(r=>r.spec.setting==="version"||r.spec.setting==="help")?null:e.error===null&&n!==null?p1(n,t,e.restFrom,e):f1(t,e.error)}l(yh,"readCeleryWords");function p1(t,e,n,r){if(t==="multi")return h1(e,n);if(t==="flower"||t==="events")return{subcommand:t,parsed:gh,error:null,isDetached:!1,optionsFrom:n+1};if(t!=="worker"&&t!=="beat")return null;let s=hh.get(t)??[],i=y1(Dr(e.slice(n+1),{table:s,stopsAtPositional:!1}),n+1);if(i.options.some(c=>c.spec.setting==="help"))return null;let o=i.error??m1(i,t),a={...i,options:[...r.options,...i.options],opaque:[...r.opaque,...i.opaque]};if(o!==null&&i.error!==null){let c=wh(e,t);if(c!==null)return{subcommand:t,parsed:c,error:o,isDetached:!1,optionsFrom:n+1}}return{subcommand:t,parsed:a,error:o,isDetached:!1,optionsFrom:n+1}}l(p1,"readSubcommand");function m1(t,e){let n=t.positionals.find(i=>{let o=ie(i);return o!==null&&!/^[A-Za-z_.][\w.]*=/.test(o)});if(n===void 0)return null;let r=ie(n)??"",s=n.known?n.text.segments[0]?.location:void 0;return e==="beat"?{message:`Got unexpected extra argument (${r})`,at:s,setting:null}:{message:`Unable to parse extra configuration from command line: ${r}`,at:s,setting:null}}l(m1,"surplusError");function f1(t,e){for(let n of["worker","beat","flower"]){let r=t.findIndex(i=>ie(i)===n);if(r<0)continue;if(n==="flower")return{subcommand:n,parsed:gh,error:null,isDetached:!1,optionsFrom:r+1};let s=wh(t,n);if(s!==null)return{subcommand:n,parsed:s,error:e,isDetached:!1,optionsFrom:r+1}}return null}l(f1,"readLegacyOrder");function wh(t,e){let n=t.findIndex(o=>ie(o)===e),r=kh(hh.get(e)??[],[...Zi,...dc]),s=t.filter((o,a)=>a!==n),i=Wn(s,r);return i.error!==null?null:{...i,options:i.options.map(o=>o.index>=n?{...o,index:o.index+1}:o)}}l(wh,"parseLegacy");function h1(t,e){let n=bh(t,e+1);if(n!=="start"&&n!=="restart")return null;let r=kh(Hn,[...Zi,...dc]),s=t.slice(e+2).filter((o,a,c)=>g1(o,c[a-1]));return{subcommand:"worker",parsed:{...Wn(s,r),error:null,positionals:[]},error:null,isDetached:!0,optionsFrom:e+2}}l(h1,"readMulti");function g1(t,e){let n=ie(t);if(n===null||n.startsWith("-"))return!0;let r=e===void 0?null:ie(e);return r?.startsWith("-")===!0&&!r.includes("=")}l(g1,"isOptionOrValue");function kh(t,e){let n=new Set(t.flatMap(s=>s.flags)),r=e.map(s=>({...s,flags:s.flags.filter(i=>!n.has(i))})).filter(s=>s.flags.length>0);return[...t,...r]}l(kh,"mergeTables");function y1(t,e){return{...t,options:t.options.map(n=>({...n,index:n.index+e})),opaque:t.opaque.map(n=>({...n,index:n.index+e}))}}l(y1,"shiftOptions");function bh(t,e){let n=t[e];return n===void 0?null:ie(n)}l(bh,"wordText");function vh(t){let e=t.get("pool_effective");if(e?.known!==!0)return null;let n=w1(t);switch(e.value){case"prefork":return{processes:n,threads:1,concurrency:"process",parents:1};case"threads":return{processes:1,threads:n,concurrency:"thread",parents:0};case"gevent":case"eventlet":return{processes:1,threads:n,concurrency:"eventLoop",parents:0};case"solo":return{processes:1,threads:1,concurrency:"process",parents:0};default:return null}}l(vh,"celeryModel");function w1(t){let e=t.get("autoscale");if(e?.known===!1)return null;if(Array.isArray(e?.value))return typeof e.value[0]=="number"?e.value[0]:null;let n=t.get("concurrency");return n?.known===!0&&typeof n.value=="number"?n.value:null}l(w1,"largestConcurrency");function mc(t,e){let n=t.flags.map(s=>`'${s}'`).join(" / "),r=l(s=>({kind:"refused",message:`Invalid value for ${n}: ${s}`}),"invalid");switch(t.type){case"int":case"autoInt":{let s=Xe(e);return s===null?r(`${ye(e)} is not a valid integer.`):{kind:"value",value:s}}case"float":{let s=xi(e);return s===null?r(`${ye(e)} is not a valid float.`):{kind:"value",value:s}}case"choice":return k1(t,e,r);case"list":return{kind:"value",value:e.split(",")};case"custom":return b1(e,r);case"boolean":return v1(e,r);case"string":return{kind:"value",value:e}}}l(mc,"convertClick");function k1(t,e,n){let r=t.setting==="loglevel"?e.toUpperCase():e,s=(t.choices??[]).filter(i=>i!=="custom");return s.includes(r)?{kind:"value",value:r}:n(`${ye(r)} is not one of ${s.map(ye).join(", ")}.`)}l(k1,"convertChoice");function b1(t,e){let n=t.split(",");if(n.length>2)return e(`Expected two comma separated integers or one integer.Got ${n.length} instead.`);let r=n.map(Xe),[s=null,i=n.length===1?0:null]=r;return s===null?e(n.length===1?`Expected an integer. Got [${ye(t)}] instead.`:"Expected two comma separated integers."):i===null?e("Expected two comma separated integers."):{kind:"value",value:[Math.max(s,i),Math.min(s,i)]}}l(b1,"convertAutoscale");function v1(t,e){let n=t.trim().toLowerCase();return["1","true","t","yes","y","on"].includes(n)?{kind:"value",value:!0}:["0","false","f","no","n","off",""].includes(n)?{kind:"value",value:!1}:e(`${ye(t)} is not a valid boolean.`)}l(v1,"convertBoolean");function fc(t,e){let n=new Map,r=null,s=Math.max(-1,...t.opaque.map(a=>a.index)),i=new Map(t.options.map(a=>[a.spec.setting,a]));for(let a of i.values())if(e.some(u=>u.setting===a.spec.setting)&&!(a.index<s))if(a.value===null)n.set(a.spec.setting,sn(a,!0,"cli"));else if(!a.value.known)n.set(a.spec.setting,jn(a.value,a.flag));else{let u=mc(a.spec,a.value.text.value);u.kind==="value"?n.set(a.spec.setting,sn(a,u.value,"cli")):r??={message:u.message,at:a.at,setting:a.spec.setting}}let o=t.opaque.at(-1);return{settings:n,error:r,opaque:o===void 0?null:{why:o.why,dependsOn:o.dependsOn}}}l(fc,"convertOptions");function hc(t,e,n,r){let s=new Map,i=null;for(let o of e){if(r.settings.has(o.setting))continue;let a=n+o.setting.toUpperCase(),c=Ie(t,a);if(c===void 0)continue;if(!c.known){(t.variables.has(a)||O1(t,o.setting))&&s.set(o.setting,jn(c,a));continue}if(c.text.value==="")continue;let u=mc(o,c.text.value),m=c.text.segments[0]?.location;u.kind==="refused"?i??={message:u.message,at:m,setting:o.setting}:s.set(o.setting,{known:!0,value:u.value,origin:"env",at:m,text:c.text,writtenAs:a})}return{settings:s,error:i,opaque:null}}l(hc,"readVariables");function O1(t,e){return t.open?.source==="secret"?e==="concurrency":x1.has(e)}l(O1,"mayHold");var x1=new Set(["concurrency","pool","autoscale","prefetch_multiplier","max_tasks_per_child","max_memory_per_child","time_limit","soft_time_limit","queues"]);var S1=new Map([...[...pc].map(([t,e])=>[t,V1(e)]),...["app","schedule","max_interval","include","broker"].map(t=>[t,"any"]),["pool_effective","string"],["concurrency","number"]]),Oh={name:"celery",executables:["celery","celeryd","celerybeat","celeryd-multi","manage.py","nautobot-server"],settingTypes:S1,read:T1};function T1(t,e,n){let r=_1(t);if(r===null)return[];let s=yh(r.words);if(s===null)return[];let i=r.offset+s.optionsFrom;switch(s.subcommand){case"worker":return[E1(s,e,n,i)];case"beat":return[N1(s,e,i)];case"flower":case"events":return[A1(e,i)]}}l(T1,"readCelery");function _1(t){let[e]=t.words,n=e===void 0?null:ie(e),r=l(s=>({words:[dl(s),...t.words],offset:t.offset-1}),"prefixed");switch(t.name){case"celery":return{words:t.words,offset:t.offset};case"celeryd":return r("worker");case"celerybeat":return r("beat");case"celeryd-multi":return r("multi");default:return P1(t,n)}}l(_1,"celeryWords");function P1(t,e){let n=t.words.slice(1),r=l(s=>({words:[dl(s),...n],offset:t.offset}),"as");return e==="celery"?{words:n,offset:t.offset+1}:e==="celeryd"?r("worker"):e==="celerybeat"?r("beat"):null}l(P1,"managedWords");function E1(t,e,n,r){let s=fc(t.parsed,Hn),i=hc(e.environment,Hn,"CELERY_WORKER_",s),o=dh(t.parsed,e,n),a=C1(s,i,o.settings);return q1(a),t.isDetached&&a.set("detach",{known:!0,value:!0,origin:"cli",at:e.at}),{program:"celery",role:"worker",invocation:e,settings:a,startupError:xh(t,s,i),model:vh(a),sizeSetting:"concurrency",readsVariables:[...Hn.map(c=>$1(c.setting)),"CELERY_APP","CELERY_BROKER_URL","CELERY_LOADER","CELERY_CONFIG_MODULE","APP","BROKER_URL","REMAP_SIGTERM","PYTHON_CPU_COUNT"],flags:Sh(Hn),optionsFrom:r,doubts:o.doubts}}l(E1,"workerProcess");var R1=new Set(["concurrency","prefetch_multiplier"]);function C1(t,e,n){let r=new Map;for(let[i,o]of pc)r.set(i,{known:!0,value:o,origin:"default"});r.set("concurrency",{known:!1,why:"celery starts one process for each CPU of the node when no concurrency is given",dependsOn:"cpu_count"});for(let[i,o]of n)r.set(i,o);let s=new Map(r);if(t.opaque!==null)for(let i of r.keys())r.set(i,{known:!1,...t.opaque});for(let[i,o]of[...e.settings,...t.settings]){let c=R1.has(i)&&o.known&&o.value===0?s.get(i):o;c!==void 0&&r.set(i,c)}return r}l(C1,"workerSettings");function q1(t){let e=t.get("pool");if(e?.known!==!0||typeof e.value!="string"){e!==void 0&&t.set("pool_effective",e);return}let n=e.value==="processes"?"prefork":e.value;t.set("pool_effective",{...e,value:n});let r=n==="gevent"||n==="eventlet";t.set("pool",{...e,value:r?`celery.concurrency.${n}.TaskPool`:n})}l(q1,"addPoolNames");function N1(t,e,n){let r=fc(t.parsed,Yt),s=hc(e.environment,Yt,"CELERY_BEAT_",r),i=new Map([["schedule",{known:!0,value:null,origin:"default"}],["scheduler",{known:!0,value:null,origin:"default"}],["max_interval",{known:!0,value:null,origin:"default"}],["detach",{known:!0,value:!1,origin:"default"}],["loglevel",{known:!0,value:"WARNING",origin:"default"}],...s.settings,...r.settings]);return{program:"celery",role:"beat",invocation:e,settings:i,startupError:xh(t,r,s),model:{processes:1,threads:1,concurrency:"process",parents:0},sizeSetting:null,readsVariables:["CELERY_BEAT_SCHEDULE","CELERY_BEAT_SCHEDULER","CELERY_APP","CELERY_BROKER_URL"],flags:Sh(Yt),optionsFrom:n,doubts:[]}}l(N1,"beatProcess");function A1(t,e){return{program:"celery",role:"monitor",invocation:t,settings:new Map,startupError:null,model:{processes:1,threads:1,concurrency:"process",parents:0},sizeSetting:null,readsVariables:["CELERY_BROKER_URL"],flags:new Map,optionsFrom:e,doubts:[]}}l(A1,"monitorProcess");function xh(t,e,n){return t.error??e.error??n.error}l(xh,"firstError");function Sh(t){return new Map(t.map(e=>[e.setting,e.flags.find(n=>n.startsWith("--"))??e.flags[0]??""]))}l(Sh,"flagsOf");function $1(t){return`CELERY_WORKER_${t.toUpperCase()}`}l($1,"variableName");function V1(t){switch(typeof t){case"number":return"number";case"string":return"string";case"boolean":return"boolean";default:return"any"}}l(V1,"typeOf");var Th=ee({name:"daphne",executables:["daphne"],style:"argparse",docs:"https://github.com/django/daphne#readme",sizeSetting:null,options:[{setting:"port",flags:["-p","--port"],type:"int",default:null},{setting:"bind",flags:["-b","--bind"],type:"string",default:null},{setting:"websocket_timeout",flags:["--websocket_timeout"],type:"int",default:86400},{setting:"websocket_connect_timeout",flags:["--websocket_connect_timeout"],type:"int",default:5},{setting:"unix_socket",flags:["-u","--unix-socket"],type:"string",default:null},{setting:"fd",flags:["--fd"],type:"int",default:null},{setting:"endpoint",flags:["-e","--endpoint"],type:"list",default:[]},{setting:"verbosity",flags:["-v","--verbosity"],type:"int",default:1},{setting:"http_timeout",flags:["-t","--http-timeout"],type:"int",default:null},{setting:"access_log",flags:["--access-log"],type:"string",default:null},{setting:"ping_interval",flags:["--ping-interval"],type:"int",default:20},{setting:"ping_timeout",flags:["--ping-timeout"],type:"int",default:30},{setting:"application_close_timeout",flags:["--application-close-timeout"],type:"int",default:10},{setting:"root_path",flags:["--root-path"],type:"string",default:""},{setting:"proxy_headers",flags:["--proxy-headers"],type:"boolean",default:!1},{setting:"server_name",flags:["-s","--server-name"],type:"string",default:"daphne"},{setting:"help",flags:["-h","--help"],type:"boolean",default:!1}],role:l(()=>"web","role"),model:l(()=>({processes:1,threads:1,concurrency:"eventLoop",parents:0}),"model")});var _h=ee({name:"dramatiq",executables:["dramatiq","dramatiq-gevent"],style:"argparse",docs:"https://dramatiq.io/guide.html#workers",sizeSetting:"processes",options:[{setting:"processes",flags:["--processes","-p"],type:"int",default:"cpuCount",variables:["dramatiq_processes"]},{setting:"threads",flags:["--threads","-t"],type:"int",default:8,variables:["dramatiq_threads"]},{setting:"path",flags:["--path","-P"],type:"list",default:[]},{setting:"queues",flags:["--queues","-Q"],type:"list",default:[]},{setting:"pid_file",flags:["--pid-file"],type:"string",default:null},{setting:"log_file",flags:["--log-file"],type:"string",default:null},{setting:"skip_logging",flags:["--skip-logging"],type:"boolean",default:!1},{setting:"use_spawn",flags:["--use-spawn"],type:"boolean",default:!1},{setting:"fork_function",flags:["--fork-function","-f"],type:"list",default:[]},{setting:"worker_shutdown_timeout",flags:["--worker-shutdown-timeout"],type:"int",default:6e5},{setting:"watch",flags:["--watch"],type:"string",default:null},{setting:"verbose",flags:["--verbose","-v"],type:"boolean",default:!1},{setting:"version",flags:["--version"],type:"boolean",default:!1},{setting:"help",flags:["-h","--help"],type:"boolean",default:!1}],role:l(()=>"worker","role"),model:l(t=>({processes:oe(t,"processes"),threads:oe(t,"threads"),concurrency:"thread",parents:1}),"model")});var Ph=ee({name:"fastapi",executables:["fastapi"],style:"click",docs:"https://fastapi.tiangolo.com/fastapi-cli/",sizeSetting:"workers",options:[{setting:"workers",flags:["--workers"],type:"int",default:1,variables:["WEB_CONCURRENCY"]},{setting:"host",flags:["--host"],type:"string",default:"0.0.0.0"},{setting:"port",flags:["--port"],type:"int",default:8e3,variables:["PORT"]},{setting:"reload",flags:["--reload"],negative:"--no-reload",type:"boolean",default:!1},{setting:"root_path",flags:["--root-path"],type:"string",default:""},{setting:"app",flags:["--app"],type:"string",default:null},{setting:"entrypoint",flags:["--entrypoint","-e"],type:"string",default:null},{setting:"proxy_headers",flags:["--proxy-headers"],negative:"--no-proxy-headers",type:"boolean",default:!0},{setting:"forwarded_allow_ips",flags:["--forwarded-allow-ips"],type:"string",default:null},{setting:"help",flags:["--help"],type:"boolean",default:!1}],select:l(t=>me(t,"run")??me(t,"dev"),"select"),role:l(()=>"web","role"),model:l(t=>{let e=oe(t,"workers");return{processes:e,threads:1,concurrency:"eventLoop",parents:e===1?0:1}},"model")});var Eh=ee({name:"flower",executables:["flower"],style:"argparse",docs:"https://flower.readthedocs.io/en/latest/config.html",sizeSetting:null,options:[{setting:"port",flags:["--port"],type:"string",default:"5555"},{setting:"broker",flags:["--broker"],type:"string",default:null},{setting:"help",flags:["--help"],type:"boolean",default:!1}],role:l(()=>"monitor","role"),model:l(()=>({processes:1,threads:1,concurrency:"eventLoop",parents:0}),"model")});var Rh=ee({name:"granian",executables:["granian"],style:"click",docs:"https://github.com/emmett-framework/granian#readme",sizeSetting:"workers",options:[{setting:"host",flags:["--host"],type:"string",default:"127.0.0.1",variables:["GRANIAN_HOST"]},{setting:"port",flags:["--port"],type:"int",default:8e3,variables:["GRANIAN_PORT"]},{setting:"uds",flags:["--uds"],type:"string",default:null,variables:["GRANIAN_UDS"]},{setting:"interface",flags:["--interface"],type:"string",default:"rsgi",variables:["GRANIAN_INTERFACE"]},{setting:"http",flags:["--http"],type:"string",default:"auto",variables:["GRANIAN_HTTP"]},{setting:"ws",flags:["--ws"],negative:"--no-ws",type:"boolean",default:!0},{setting:"workers",flags:["--workers"],type:"int",default:1,variables:["GRANIAN_WORKERS"]},{setting:"blocking_threads",flags:["--blocking-threads"],type:"int",default:null,variables:["GRANIAN_BLOCKING_THREADS"]},{setting:"runtime_threads",flags:["--runtime-threads"],type:"int",default:1,variables:["GRANIAN_RUNTIME_THREADS"]},{setting:"runtime_blocking_threads",flags:["--runtime-blocking-threads"],type:"int",default:null,variables:["GRANIAN_RUNTIME_BLOCKING_THREADS"]},{setting:"runtime_mode",flags:["--runtime-mode"],type:"string",default:"auto"},{setting:"loop",flags:["--loop"],type:"string",default:"auto"},{setting:"backlog",flags:["--backlog"],type:"int",default:1024,variables:["GRANIAN_BACKLOG"]},{setting:"backpressure",flags:["--backpressure"],type:"int",default:null,variables:["GRANIAN_BACKPRESSURE"]},{setting:"workers_lifetime",flags:["--workers-lifetime"],type:"string",default:null,variables:["GRANIAN_WORKERS_LIFETIME"]},{setting:"workers_max_rss",flags:["--workers-max-rss"],type:"int",default:null,variables:["GRANIAN_WORKERS_MAX_RSS"]},{setting:"workers_kill_timeout",flags:["--workers-kill-timeout"],type:"string",default:null,variables:["GRANIAN_WORKERS_KILL_TIMEOUT"]},{setting:"respawn_failed_workers",flags:["--respawn-failed-workers"],negative:"--no-respawn-failed-workers",type:"boolean",default:!1},{setting:"log",flags:["--log"],negative:"--no-log",type:"boolean",default:!0},{setting:"log_level",flags:["--log-level"],type:"string",default:"info"},{setting:"access_log",flags:["--access-log"],negative:"--no-access-log",type:"boolean",default:!1},{setting:"factory",flags:["--factory"],negative:"--no-factory",type:"boolean",default:!1},{setting:"reload",flags:["--reload"],negative:"--no-reload",type:"boolean",default:!1,variables:["GRANIAN_RELOAD"]},{setting:"process_name",flags:["--process-name"],type:"string",default:null},{setting:"url_path_prefix",flags:["--url-path-prefix"],type:"string",default:null},{setting:"working_dir",flags:["--working-dir"],type:"string",default:null},{setting:"version",flags:["--version"],type:"boolean",default:!1},{setting:"help",flags:["--help"],type:"boolean",default:!1}],role:l(()=>"web","role"),model:l(t=>({processes:oe(t,"workers"),threads:1,concurrency:"eventLoop",parents:1}),"model")});function Ch(t){return gc(t).words}l(Ch,"splitWords");function gc(t){let e=[],n=null,{value:r}=t,s=0;for(;s<r.length;){let i=r[s]??"";if(/[ \t\r\n]/.test(i)){n!==null&&e.push({known:!0,text:Zt(n)}),n=null,s++;continue}if(n??=[],i==="'"||i==='"'){let o=M1(r,s);if(o<0)return{words:e,error:"No closing quotation"};n.push(...Q1(t,s+1,o,i)),s=o+1}else if(i==="\\"){if(s+1>=r.length)return{words:e,error:"No escaped character"};n.push(ae(t,s+1,s+2)),s+=2}else{let o=/^[^ \t\r\n'"\\]+/.exec(r.slice(s))?.[0].length??1;n.push(ae(t,s,s+o)),s+=o}}return n!==null&&e.push({known:!0,text:Zt(n)}),{words:e,error:null}}l(gc,"trySplitWords");function M1(t,e){let n=t[e];for(let r=e+1;r<t.length;r++)if(n==='"'&&t[r]==="\\")r++;else if(t[r]===n)return r;return-1}l(M1,"closingQuote");function Q1(t,e,n,r){if(r==="'")return[ae(t,e,n)];let s=[],i=e;for(let o=e;o<n;o++){if(t.value[o]!=="\\")continue;let a=t.value[o+1];(a==='"'||a==="\\")&&(s.push(ae(t,i,o)),i=o+1),o++}return s.push(ae(t,i,n)),s}l(Q1,"quotedParts");function qh(t){let e=Ie(t,"GUNICORN_CMD_ARGS");if(e===void 0)return{words:[],unknown:null,error:null};if(!e.known)return{words:Ch(e.prefix).slice(0,-1),unknown:{why:e.why,dependsOn:e.dependsOn},error:null};let n=gc(e.text),r=n.error===null?null:{message:n.error,at:e.text.segments[0]?.location,setting:null};return{words:n.words,unknown:null,error:r}}l(qh,"splitCommandArguments");var En=[{name:"config",flags:["-c","--config"],kind:"string",default:"./gunicorn.conf.py"},{name:"wsgi_app",flags:[],kind:"string",default:null},{name:"bind",flags:["-b","--bind"],kind:"list",default:["127.0.0.1:8000"],appends:!0},{name:"backlog",flags:["--backlog"],kind:"count",default:2048,argument:"int"},{name:"workers",flags:["-w","--workers"],kind:"count",default:1,argument:"int"},{name:"worker_class",flags:["-k","--worker-class"],kind:"string",default:"sync"},{name:"threads",flags:["--threads"],kind:"count",default:1,argument:"int"},{name:"worker_connections",flags:["--worker-connections"],kind:"count",default:1e3,argument:"int"},{name:"max_requests",flags:["--max-requests"],kind:"count",default:0,argument:"int"},{name:"max_requests_jitter",flags:["--max-requests-jitter"],kind:"count",default:0,argument:"int"},{name:"timeout",flags:["-t","--timeout"],kind:"count",default:30,argument:"int"},{name:"graceful_timeout",flags:["--graceful-timeout"],kind:"count",default:30,argument:"int"},{name:"keepalive",flags:["--keep-alive"],kind:"count",default:2,argument:"int"},{name:"limit_request_line",flags:["--limit-request-line"],kind:"count",default:4094,argument:"int"},{name:"limit_request_fields",flags:["--limit-request-fields"],kind:"count",default:100,argument:"int"},{name:"limit_request_field_size",flags:["--limit-request-field_size"],kind:"count",default:8190,argument:"int"},{name:"reload",flags:["--reload"],kind:"boolean",default:!1,arity:"none"},{name:"reload_engine",flags:["--reload-engine"],kind:"choice",default:"auto",choices:["auto","poll","inotify"]},{name:"reload_extra_files",flags:["--reload-extra-file"],kind:"list",default:[],appends:!0},{name:"spew",flags:["--spew"],kind:"boolean",default:!1,arity:"none"},{name:"check_config",flags:["--check-config"],kind:"boolean",default:!1,arity:"none"},{name:"print_config",flags:["--print-config"],kind:"boolean",default:!1,arity:"none"},{name:"preload_app",flags:["--preload"],kind:"boolean",default:!1,arity:"none"},{name:"sendfile",flags:["--no-sendfile"],kind:"boolean",default:null,arity:"none",constant:!1},{name:"reuse_port",flags:["--reuse-port"],kind:"boolean",default:!1,arity:"none"},{name:"chdir",flags:["--chdir"],kind:"string",default:null},{name:"daemon",flags:["-D","--daemon"],kind:"boolean",default:!1,arity:"none"},{name:"raw_env",flags:["-e","--env"],kind:"list",default:[],appends:!0},{name:"pidfile",flags:["-p","--pid"],kind:"string",default:null},{name:"worker_tmp_dir",flags:["--worker-tmp-dir"],kind:"string",default:null},{name:"user",flags:["-u","--user"],kind:"string",default:null},{name:"group",flags:["-g","--group"],kind:"string",default:null},{name:"umask",flags:["-m","--umask"],kind:"count",default:0,argument:"autoInt"},{name:"initgroups",flags:["--initgroups"],kind:"boolean",default:!1,arity:"none"},{name:"tmp_upload_dir",flags:[],kind:"string",default:null},{name:"secure_scheme_headers",flags:[],kind:"hook",default:null},{name:"forwarded_allow_ips",flags:["--forwarded-allow-ips"],kind:"list",default:"127.0.0.1,::1"},{name:"accesslog",flags:["--access-logfile"],kind:"string",default:null},{name:"disable_redirect_access_to_syslog",flags:["--disable-redirect-access-to-syslog"],kind:"boolean",default:!1,arity:"none"},{name:"access_log_format",flags:["--access-logformat"],kind:"string",default:'%(h)s %(l)s %(u)s %(t)s "%(r)s" %(s)s %(b)s "%(f)s" "%(a)s"'},{name:"errorlog",flags:["--error-logfile","--log-file"],kind:"string",default:"-"},{name:"loglevel",flags:["--log-level"],kind:"string",default:"info"},{name:"capture_output",flags:["--capture-output"],kind:"boolean",default:!1,arity:"none"},{name:"logger_class",flags:["--logger-class"],kind:"string",default:"gunicorn.glogging.Logger"},{name:"logconfig",flags:["--log-config"],kind:"string",default:null},{name:"logconfig_dict",flags:[],kind:"hook",default:null},{name:"logconfig_json",flags:["--log-config-json"],kind:"string",default:null},{name:"syslog_addr",flags:["--log-syslog-to"],kind:"string",default:"udp://localhost:514"},{name:"syslog",flags:["--log-syslog"],kind:"boolean",default:!1,arity:"none"},{name:"syslog_prefix",flags:["--log-syslog-prefix"],kind:"string",default:null},{name:"syslog_facility",flags:["--log-syslog-facility"],kind:"string",default:"user"},{name:"enable_stdio_inheritance",flags:["-R","--enable-stdio-inheritance"],kind:"boolean",default:!1,arity:"none"},{name:"statsd_host",flags:["--statsd-host"],kind:"string",default:null},{name:"dogstatsd_tags",flags:["--dogstatsd-tags"],kind:"string",default:""},{name:"statsd_prefix",flags:["--statsd-prefix"],kind:"string",default:""},{name:"enable_backlog_metric",flags:["--enable-backlog-metric"],kind:"boolean",default:!1,arity:"none"},{name:"proc_name",flags:["-n","--name"],kind:"string",default:null},{name:"default_proc_name",flags:[],kind:"string",default:"gunicorn"},{name:"pythonpath",flags:["--pythonpath"],kind:"string",default:null},{name:"paste",flags:["--paste","--paster"],kind:"string",default:null},{name:"on_starting",flags:[],kind:"hook",default:null,argument:"autoInt"},{name:"on_reload",flags:[],kind:"hook",default:null,argument:"autoInt"},{name:"when_ready",flags:[],kind:"hook",default:null,argument:"autoInt"},{name:"pre_fork",flags:[],kind:"hook",default:null,argument:"autoInt"},{name:"post_fork",flags:[],kind:"hook",default:null,argument:"autoInt"},{name:"post_worker_init",flags:[],kind:"hook",default:null,argument:"autoInt"},{name:"worker_int",flags:[],kind:"hook",default:null,argument:"autoInt"},{name:"worker_abort",flags:[],kind:"hook",default:null,argument:"autoInt"},{name:"pre_exec",flags:[],kind:"hook",default:null,argument:"autoInt"},{name:"pre_request",flags:[],kind:"hook",default:null,argument:"autoInt"},{name:"post_request",flags:[],kind:"hook",default:null,argument:"autoInt"},{name:"child_exit",flags:[],kind:"hook",default:null,argument:"autoInt"},{name:"worker_exit",flags:[],kind:"hook",default:null,argument:"autoInt"},{name:"nworkers_changed",flags:[],kind:"hook",default:null,argument:"autoInt"},{name:"on_exit",flags:[],kind:"hook",default:null},{name:"ssl_context",flags:[],kind:"hook",default:null,argument:"autoInt"},{name:"proxy_protocol",flags:["--proxy-protocol"],kind:"choice",default:"off",arity:"optional",constant:"auto",choices:["off","false","0","none","true","auto","1","v1","v2"]},{name:"proxy_allow_ips",flags:["--proxy-allow-from"],kind:"list",default:"127.0.0.1,::1"},{name:"protocol",flags:["--protocol"],kind:"string",default:"http"},{name:"uwsgi_allow_ips",flags:["--uwsgi-allow-from"],kind:"list",default:"127.0.0.1,::1"},{name:"keyfile",flags:["--keyfile"],kind:"string",default:null},{name:"certfile",flags:["--certfile"],kind:"string",default:null},{name:"ssl_version",flags:["--ssl-version"],kind:"string",default:null},{name:"cert_reqs",flags:["--cert-reqs"],kind:"count",default:null},{name:"ca_certs",flags:["--ca-certs"],kind:"string",default:null},{name:"suppress_ragged_eofs",flags:["--suppress-ragged-eofs"],kind:"boolean",default:!0,arity:"none"},{name:"do_handshake_on_connect",flags:["--do-handshake-on-connect"],kind:"boolean",default:!1,arity:"none"},{name:"ciphers",flags:["--ciphers"],kind:"string",default:null},{name:"http_protocols",flags:["--http-protocols"],kind:"string",default:"h1"},{name:"http2_cleartext",flags:["--http2-cleartext"],kind:"choice",default:"off",choices:["off","prior-knowledge","upgrade","both"]},{name:"http2_max_concurrent_streams",flags:["--http2-max-concurrent-streams"],kind:"count",default:100,argument:"int"},{name:"http2_initial_window_size",flags:["--http2-initial-window-size"],kind:"count",default:65535,argument:"int"},{name:"http2_max_frame_size",flags:["--http2-max-frame-size"],kind:"count",default:16384,argument:"int"},{name:"http2_max_header_list_size",flags:["--http2-max-header-list-size"],kind:"count",default:65536,argument:"int"},{name:"raw_paste_global_conf",flags:["--paste-global"],kind:"list",default:[],appends:!0},{name:"permit_obsolete_folding",flags:["--permit-obsolete-folding"],kind:"boolean",default:!1,arity:"none"},{name:"strip_header_spaces",flags:["--strip-header-spaces"],kind:"boolean",default:!1,arity:"none"},{name:"permit_unconventional_http_method",flags:["--permit-unconventional-http-method"],kind:"boolean",default:!1,arity:"none"},{name:"permit_unconventional_http_version",flags:["--permit-unconventional-http-version"],kind:"boolean",default:!1,arity:"none"},{name:"casefold_http_method",flags:["--casefold-http-method"],kind:"boolean",default:!1,arity:"none"},{name:"forwarder_headers",flags:["--forwarder-headers"],kind:"list",default:"SCRIPT_NAME,PATH_INFO"},{name:"header_map",flags:["--header-map"],kind:"choice",default:"drop",choices:["drop","refuse","dangerous"]},{name:"asgi_loop",flags:["--asgi-loop"],kind:"choice",default:"auto",choices:["auto","asyncio","uvloop"]},{name:"asgi_lifespan",flags:["--asgi-lifespan"],kind:"choice",default:"auto",choices:["auto","on","off"]},{name:"asgi_disconnect_grace_period",flags:["--asgi-disconnect-grace-period"],kind:"count",default:3,argument:"int"},{name:"http_parser",flags:["--http-parser"],kind:"choice",default:"auto",choices:["auto","fast","python"]},{name:"root_path",flags:["--root-path"],kind:"string",default:""},{name:"dirty_apps",flags:["--dirty-app"],kind:"list",default:[],appends:!0},{name:"dirty_workers",flags:["--dirty-workers"],kind:"count",default:0,argument:"int"},{name:"dirty_timeout",flags:["--dirty-timeout"],kind:"count",default:300,argument:"int"},{name:"dirty_threads",flags:["--dirty-threads"],kind:"count",default:1,argument:"int"},{name:"dirty_graceful_timeout",flags:["--dirty-graceful-timeout"],kind:"count",default:30,argument:"int"},{name:"on_dirty_starting",flags:[],kind:"hook",default:null,argument:"autoInt"},{name:"dirty_post_fork",flags:[],kind:"hook",default:null,argument:"autoInt"},{name:"dirty_worker_init",flags:[],kind:"hook",default:null,argument:"autoInt"},{name:"dirty_worker_exit",flags:[],kind:"hook",default:null,argument:"autoInt"},{name:"control_socket",flags:["--control-socket"],kind:"string",default:"/root/.gunicorn/gunicorn.ctl"},{name:"control_socket_mode",flags:["--control-socket-mode"],kind:"count",default:384,argument:"autoInt"},{name:"control_socket_disable",flags:["--no-control-socket"],kind:"boolean",default:!1,arity:"none"}];function Nh(t,e){if(t.argument===void 0)return{kind:"value",value:e};let n=t.argument==="autoInt"&&/^0\d/.test(e)?e.replace("0","0o"):e,r=t.argument==="int"?Xe(e):pl(n);if(r!==null)return{kind:"value",value:r};let s=t.argument==="int"?"int":"auto_int";return dn(`argument ${t.flags.join("/")}: invalid ${s} value: ${ye(e)}`)}l(Nh,"convertArgument");function Ah(t,e){return Vh(t,e)}l(Ah,"validateArgument");function $h(t,e,n){return t.kind==="count"&&(n||e===null||Array.isArray(e))?dn("int() can't convert non-string with explicit base"):Vh(t,e)}l($h,"convertConfigValue");function Vh(t,e){switch(t.kind){case"count":return I1(e);case"boolean":return L1(e);case"list":return z1(e);case"choice":return U1(t,e);case"hook":return{kind:"value",value:null};case"string":return e===null||typeof e=="string"?{kind:"value",value:e?.trim()??null}:dn(`Not a string: ${String(e)}`)}}l(Vh,"validate");function I1(t){let e=typeof t=="string"?pl(t):typeof t=="boolean"?Number(t):t;return typeof e!="number"?dn(`invalid literal for int() with base 0: ${ye(String(t))}`):e<0?dn(`Value must be positive: ${e}`):{kind:"value",value:e}}l(I1,"validateCount");function L1(t){if(t===null||typeof t=="boolean")return{kind:"value",value:t};if(typeof t!="string")return dn(`Invalid type for casting: ${String(t)}`);let e=t.toLowerCase().trim();return e==="true"||e==="false"?{kind:"value",value:e==="true"}:dn(`Invalid boolean: ${t}`)}l(L1,"validateBoolean");function z1(t){if(t===null||t===""||t===!1||t===0)return{kind:"value",value:[]};if(typeof t=="string")return{kind:"value",value:[t.trim()]};if(!Array.isArray(t))return dn(`Not a string: ${String(t)}`);let e=t.find(n=>typeof n!="string");return e!==void 0?dn(`Not a string: ${String(e)}`):{kind:"value",value:t.map(n=>String(n).trim())}}l(z1,"validateList");function U1(t,e){if(e===null)return{kind:"value",value:t.default};if(typeof e=="boolean")return{kind:"value",value:t.name==="proxy_protocol"?e?"auto":"off":e};let n=typeof e=="string"?e.toLowerCase().trim():String(e);return t.choices?.includes(n)!==!0?dn(`Invalid ${t.name}: ${ye(String(e))}`):{kind:"value",value:n}}l(U1,"validateChoice");function dn(t){return{kind:"refused",message:t}}l(dn,"refused");var Hi={settings:new Map,error:null,opaque:null,doubts:[]},Qh="gunicorn.conf.py";function Ih(t,e,n){if(t?.known===!1)return{...Hi,opaque:{why:t.why,dependsOn:t.dependsOn}};let r=t===void 0||typeof t.value!="string"?null:t.value,s=D1(r,e,n);switch(s.kind){case"absent":return Hi;case"unknown":return{...Hi,opaque:{why:s.why},doubts:[s.why]};case"possible":return W1(s,e);case"text":return Lh(s.text,e)}}l(Ih,"readConfigLayer");function D1(t,e,n){let{workingDirectory:r}=e;if(t===null)return n.readDiscovered(Qh,r);if(t.startsWith("python:")){let s=`${t.slice(7).replaceAll(".","/")}.py`;return n.readNamed(s,r)}return n.readNamed(t.replace(/^file:/,""),r)}l(D1,"findFile");function W1(t,e){let n=new Map;for(let r of t.texts)for(let s of Lh(r,e).settings.keys())n.set(s,{known:!1,why:t.why});return{...Hi,settings:n,doubts:n.size===0?[]:[t.why]}}l(W1,"possibleLayer");var j1=[6,61];function Lh(t,e){let n={environment:e.environment,fileName:Qh,workingDirectory:e.workingDirectory},r=Mh(Hr(t,n)),s=[...r.settings].filter(([,c])=>!c.known&&c.dependsOn==="cpu_count");if(s.length===0)return r;let[i,o]=j1.map(c=>Mh(Hr(t,{...n,cpuCount:c}))),a=new Map(r.settings);for(let[c]of s){let u=i?.settings.get(c),m=o?.settings.get(c);u?.known===!0&&m?.known===!0&&JSON.stringify(u.value)===JSON.stringify(m.value)&&a.set(c,u)}return{...r,settings:a}}l(Lh,"layerOf");function Mh(t){let e=new Map,n=t.error===null?null:{...t.error,setting:null};for(let s of En){let i=t.names.get(s.name);if(i===void 0)continue;let o=F1(s,i);"message"in o?n??={message:o.message,at:zh(i),setting:s.name}:e.set(s.name,o)}let r=B1(t);return{settings:e,error:n,opaque:r,doubts:r===null?[]:[r.why]}}l(Mh,"readLayer");function B1(t){return t.open!==null?{why:t.open.why,dependsOn:t.open.dependsOn}:t.incomplete===null?null:{why:t.incomplete.why}}l(B1,"gapOf");function F1(t,e){let n=zh(e);if(!e.known)return{known:!1,why:e.why,dependsOn:e.dependsOn,at:n,writtenAs:t.name};let r=G1(e.value);if(t.kind==="hook")return{known:!0,value:null,origin:"configFile",at:n};if(r===void 0)return{known:!1,why:`${t.name} is an object of the configuration file`,at:n};let s=typeof e.value=="number",i=$h(t,r,s);return i.kind==="refused"?i:{known:!0,value:i.value,origin:"configFile",at:n,writtenAs:t.name}}l(F1,"readValue");function G1(t){if(t===null||typeof t=="boolean"||typeof t=="number"||typeof t=="string")return t;if(typeof t=="bigint")return Number(t);if(t.kind!=="list"&&t.kind!=="tuple")return;let e=[];for(let n of t.items){if(!n.known||typeof n.value!="string"&&typeof n.value!="bigint")return;e.push(typeof n.value=="bigint"?Number(n.value):n.value)}return e}l(G1,"plainValue");function zh(t){return t.known?t.origin.kind==="default"?void 0:t.origin.at:t.at}l(zh,"placeOf");function Uh(t){let e=new Map;for(let r of En)e.set(r.name,{known:!0,value:r.default,origin:"default"});let n=Y1(t,e);return X1(t,e),{settings:e,error:n,opaque:null,doubts:[]}}l(Uh,"defaultLayer");function Y1(t,e){let n=Ie(t,"WEB_CONCURRENCY");if(n===void 0)return null;if(!n.known)return e.set("workers",{known:!1,why:n.why,dependsOn:n.dependsOn,at:n.at,writtenAs:"WEB_CONCURRENCY"}),null;let r=n.text.segments[0]?.location,s=Xe(n.text.value);return s===null?{message:`invalid literal for int() with base 10: ${ye(n.text.value)}`,at:r,setting:"workers"}:(e.set("workers",{known:!0,value:s,origin:"env",at:r,text:n.text,writtenAs:"WEB_CONCURRENCY"}),s<0?{message:`Value must be positive: ${s}`,at:r,setting:"workers"}:null)}l(Y1,"readWebConcurrency");function X1(t,e){let n=Ie(t,"PORT");if(n===void 0)return;if(!n.known){e.set("bind",{known:!1,why:n.why,at:n.at,writtenAs:"PORT"});return}let r=n.text.segments[0]?.location,s=`0.0.0.0:${n.text.value}`.trim();e.set("bind",{known:!0,value:[s],origin:"env",at:r,writtenAs:"PORT"})}l(X1,"readPort");var K1=/^(gevent|eventlet|tornado|asgi)|uvicorn|gevent|aiohttp|hypercorn/i;function Wh(t){let e=t.get("worker_class_effective");if(e?.known!==!0||typeof e.value!="string")return null;let n=Dh(t,"workers");return K1.test(e.value)?{processes:n,threads:1,concurrency:"eventLoop",parents:1}:/^gthread$|ThreadWorker$/.test(e.value)?{processes:n,threads:Dh(t,"threads"),concurrency:"thread",parents:1}:{processes:n,threads:1,concurrency:"process",parents:1}}l(Wh,"gunicornModel");function Dh(t,e){let n=t.get(e);return n?.known===!0&&typeof n.value=="number"?n.value:null}l(Dh,"countOf");var Fh=[{setting:"help",flags:["-h","--help"],arity:"none",type:"boolean"},{setting:"version",flags:["-v","--version"],arity:"none",type:"boolean"},...En.filter(t=>t.flags.length>0).map(J1)],jh=new Map(En.map(t=>[t.name,t])),Z1=["help","version","check_config","print_config"],Gh={name:"gunicorn",executables:["gunicorn","gunicorn3","gunicorn_django","gunicorn_paster"],settingTypes:new Map([...En.map(({name:t,kind:e,default:n})=>[t,iT(e,n)]),["worker_class_effective","string"]]),read:H1};function H1(t,e,n){let r=Wn(t.words,Fh);if(r.options.some(m=>Z1.some(d=>d===m.spec.setting)))return[];let s=eT(e),i=Uh(e.environment),o=Yh(r,"cli",0),a=s.layer,c=Ih(Bh(o)??Bh(a),e,n),u=tT([i,c,a,o]);return u.set("worker_class_effective",rT(u)),[{program:"gunicorn",role:"web",invocation:e,settings:u,startupError:r.error??i.error??s.error??c.error??a.error??o.error??sT(r,u),model:Wh(u),sizeSetting:"workers",readsVariables:["GUNICORN_CMD_ARGS","WEB_CONCURRENCY","PORT","SENDFILE","FORWARDED_ALLOW_IPS"],flags:new Map(En.flatMap(({name:m,flags:d})=>d.length===0?[]:[[m,d.at(-1)??""]])),optionsFrom:t.offset,doubts:[...c.doubts,...a.doubts]}]}l(H1,"readGunicorn");function J1(t){return{setting:t.name,flags:t.flags,arity:t.arity??"one",type:"string",...t.appends===void 0?{}:{appends:t.appends},...t.constant===void 0?{}:{constant:t.constant}}}l(J1,"optionOf");function eT(t){let e=qh(t.environment),n=Wn(e.words,Fh),r=Yh(n,"env",0),s=e.error??n.error;return e.unknown===null?{layer:r,error:s}:{layer:{...r,opaque:e.unknown},error:s}}l(eT,"readCommandArguments");function Yh(t,e,n){let r=new Map,s=null,i=new Map,o=Math.max(-1,...t.opaque.map(u=>u.index));for(let u of t.options){let m=jh.get(u.spec.setting);if(m===void 0)continue;u.index<o&&u.value?.known!==!1&&r.delete(m.name);let d=nT(m,u,e,i);"message"in d?s??={message:d.message,at:u.at,setting:m.name}:u.index>=o?r.set(m.name,d):r.delete(m.name)}for(let[u,m]of r){let d=jh.get(u);if(d===void 0||!m.known||d.appends||m.writtenAs===void 0)continue;let p=Ah(d,m.value);p.kind==="refused"?s??={message:p.message,at:m.at,setting:u}:r.set(u,{...m,value:p.value})}let a=t.opaque.at(-1),c=a===void 0?null:{why:a.why,dependsOn:a.dependsOn};return{settings:r,error:s,opaque:c,doubts:[]}}l(Yh,"optionsLayer");function nT(t,e,n,r){if(e.value===null)return sn(e,t.constant??!0,n);if(!e.value.known)return jn(e.value,e.flag);let s=e.value.text.value;if(t.appends){let o=[...r.get(t.name)??[],s.trim()];return r.set(t.name,o),sn(e,o,n)}let i=Nh(t,s);return i.kind==="refused"?i:sn(e,i.value,n)}l(nT,"convertOption");function Bh(t){let e=t.settings.get("config");return e===void 0?t.opaque===null?void 0:{known:!1,...t.opaque}:e.known&&e.value===""?void 0:e}l(Bh,"configSetting");function tT(t){let e=new Map;for(let n of t){if(n.opaque!==null)for(let r of e.keys())e.set(r,{known:!1,...n.opaque});for(let[r,s]of n.settings)e.set(r,s)}return e}l(tT,"mergeLayers");function rT(t){let e=t.get("worker_class"),n=t.get("threads");return e===void 0||!e.known?e??{known:!1,why:"no worker class"}:typeof e.value=="string"&&(e.value==="sync"||e.value.endsWith("SyncWorker"))?n===void 0||!n.known?n??e:typeof n.value=="number"&&n.value>1?{known:!0,value:"gthread",origin:n.origin,at:n.at}:e:e}l(rT,"effectiveWorkerClass");function sT(t,e){if(t.positionals.length>0||t.opaque.length>0)return null;let n=e.get("wsgi_app"),r=e.get("paste");return n?.known!==!0||n.value!==null||r?.known!==!0||r.value!==null?null:{message:"No application module specified.",at:void 0,setting:null}}l(sT,"missingApplication");function iT(t,e){if(e===null)return"any";switch(t){case"count":return"number";case"boolean":return"boolean";case"list":return"strings";case"string":case"choice":return"string";case"hook":return"any"}}l(iT,"settingType");var Xh=ee({name:"huey",executables:["huey_consumer","huey_consumer.py","manage.py"],style:"argparse",docs:"https://huey.readthedocs.io/en/latest/consumer.html",sizeSetting:"workers",options:[{setting:"workers",flags:["-w","--workers"],type:"int",default:1},{setting:"worker_type",flags:["-k","--worker-type"],type:"string",default:"thread"},{setting:"delay",flags:["-d","--delay"],type:"float",default:.1},{setting:"max_delay",flags:["-m","--max-delay"],type:"float",default:10},{setting:"backoff",flags:["-b","--backoff"],type:"float",default:1.15},{setting:"check_worker_health",flags:["-C","--health-check-interval"],type:"float",default:10},{setting:"flush_locks",flags:["-f","--flush-locks"],type:"boolean",default:!1},{setting:"no_periodic",flags:["-n","--no-periodic"],type:"boolean",default:!1},{setting:"scheduler_interval",flags:["-s","--scheduler-interval"],type:"int",default:1},{setting:"max_tasks",flags:["-M","--max-tasks"],type:"int",default:null},{setting:"logfile",flags:["-l","--logfile"],type:"string",default:null},{setting:"verbose",flags:["-v","--verbose"],type:"boolean",default:!1},{setting:"quiet",flags:["-q","--quiet"],type:"boolean",default:!1},{setting:"simple",flags:["-S","--simple"],type:"boolean",default:!1},{setting:"help",flags:["-h","--help"],type:"boolean",default:!1}],select:l(t=>t.name==="manage.py"?me(t,"run_huey")??me(t,"djangohuey"):t,"select"),role:l(()=>"worker","role"),model:l(t=>{let e=t.get("worker_type"),n=oe(t,"workers");if(e?.known!==!0)return null;if(e.value==="process")return{processes:n,threads:1,concurrency:"process",parents:1};let r=e.value==="greenlet"?"eventLoop":"thread";return{processes:1,threads:n,concurrency:r,parents:0}},"model")});var Kh=ee({name:"hypercorn",executables:["hypercorn"],style:"argparse",docs:"https://hypercorn.readthedocs.io/en/latest/how_to_guides/configuring.html",sizeSetting:"workers",options:[{setting:"access_log",flags:["--access-log"],type:"string",default:null},{setting:"access_logfile",flags:["--access-logfile"],type:"string",default:null},{setting:"access_logformat",flags:["--access-logformat"],type:"string",default:null},{setting:"backlog",flags:["--backlog"],type:"int",default:100},{setting:"bind",flags:["-b","--bind"],type:"list",default:["127.0.0.1:8000"]},{setting:"ca_certs",flags:["--ca-certs"],type:"string",default:null},{setting:"certfile",flags:["--certfile"],type:"string",default:null},{setting:"config",flags:["-c","--config"],type:"string",default:null},{setting:"debug",flags:["--debug"],type:"boolean",default:!1},{setting:"error_logfile",flags:["--error-logfile","--log-file"],type:"string",default:"-"},{setting:"graceful_timeout",flags:["--graceful-timeout"],type:"int",default:3},{setting:"read_timeout",flags:["--read-timeout"],type:"int",default:null},{setting:"max_requests",flags:["--max-requests"],type:"int",default:null},{setting:"max_requests_jitter",flags:["--max-requests-jitter"],type:"int",default:0},{setting:"group",flags:["-g","--group"],type:"string",default:null},{setting:"worker_class",flags:["-k","--worker-class"],type:"string",default:"asyncio"},{setting:"keep_alive",flags:["--keep-alive"],type:"int",default:5},{setting:"keyfile",flags:["--keyfile"],type:"string",default:null},{setting:"insecure_bind",flags:["--insecure-bind"],type:"list",default:[]},{setting:"log_config",flags:["--log-config"],type:"string",default:null},{setting:"log_level",flags:["--log-level"],type:"string",default:"INFO"},{setting:"pid",flags:["-p","--pid"],type:"string",default:null},{setting:"quic_bind",flags:["--quic-bind"],type:"list",default:[]},{setting:"reload",flags:["--reload"],type:"boolean",default:!1},{setting:"root_path",flags:["--root-path"],type:"string",default:""},{setting:"umask",flags:["-m","--umask"],type:"string",default:null},{setting:"user",flags:["-u","--user"],type:"string",default:null},{setting:"workers",flags:["-w","--workers"],type:"int",default:1},{setting:"help",flags:["-h","--help"],type:"boolean",default:!1}],role:l(()=>"web","role"),model:l(t=>({processes:oe(t,"workers"),threads:1,concurrency:"eventLoop",parents:1}),"model")});var Zh=ee({name:"mlflow",executables:["mlflow"],style:"click",docs:"https://mlflow.org/docs/latest/api_reference/cli.html#mlflow-server",sizeSetting:"workers",options:[{setting:"workers",flags:["-w","--workers"],type:"int",default:4,variables:["MLFLOW_WORKERS"]},{setting:"gunicorn_opts",flags:["--gunicorn-opts"],type:"string",default:null,variables:["MLFLOW_GUNICORN_OPTS"]},{setting:"uvicorn_opts",flags:["--uvicorn-opts"],type:"string",default:null,variables:["MLFLOW_UVICORN_OPTS"]},{setting:"waitress_opts",flags:["--waitress-opts"],type:"string",default:null},{setting:"host",flags:["-h","--host"],type:"string",default:"127.0.0.1",variables:["MLFLOW_HOST"]},{setting:"port",flags:["-p","--port"],type:"int",default:5e3,variables:["MLFLOW_PORT"]},{setting:"backend_store_uri",flags:["--backend-store-uri"],type:"string",default:null},{setting:"registry_store_uri",flags:["--registry-store-uri"],type:"string",default:null},{setting:"default_artifact_root",flags:["--default-artifact-root"],type:"string",default:null},{setting:"artifacts_destination",flags:["--artifacts-destination"],type:"string",default:null},{setting:"serve_artifacts",flags:["--serve-artifacts"],negative:"--no-serve-artifacts",type:"boolean",default:!0},{setting:"artifacts_only",flags:["--artifacts-only"],type:"boolean",default:!1},{setting:"static_prefix",flags:["--static-prefix"],type:"string",default:null},{setting:"app_name",flags:["--app-name"],type:"string",default:null},{setting:"dev",flags:["--dev"],type:"boolean",default:!1},{setting:"expose_prometheus",flags:["--expose-prometheus"],type:"string",default:null},{setting:"help",flags:["--help"],type:"boolean",default:!1}],select:l(t=>me(t,"server")??me(t,"models","serve"),"select"),role:l(()=>"web","role"),model:l(t=>({processes:oe(t,"workers"),threads:1,concurrency:"process",parents:1}),"model")});var Hh=ee({name:"rq",executables:["rq","rqworker","manage.py"],style:"click",docs:"https://python-rq.org/docs/workers/",sizeSetting:"num_workers",options:[{setting:"num_workers",flags:["-n","--num-workers"],type:"int",default:1},{setting:"url",flags:["-u","--url"],type:"string",default:null,variables:["RQ_REDIS_URL"]},{setting:"config",flags:["-c","--config"],type:"string",default:null,variables:["RQ_CONFIG"]},{setting:"worker_class",flags:["-w","--worker-class"],type:"string",default:null,variables:["RQ_WORKER_CLASS"]},{setting:"job_class",flags:["-j","--job-class"],type:"string",default:null},{setting:"queue_class",flags:["--queue-class"],type:"string",default:null},{setting:"path",flags:["-P","--path"],type:"list",default:[]},{setting:"serializer",flags:["-S","--serializer"],type:"string",default:null},{setting:"burst",flags:["-b","--burst"],type:"boolean",default:!1},{setting:"with_scheduler",flags:["-s","--with-scheduler"],type:"boolean",default:!1},{setting:"max_jobs",flags:["--max-jobs"],type:"int",default:null},{setting:"max_idle_time",flags:["--max-idle-time"],type:"int",default:null},{setting:"results_ttl",flags:["--results-ttl"],type:"int",default:500},{setting:"worker_ttl",flags:["--worker-ttl"],type:"int",default:420},{setting:"logging_level",flags:["-l","--logging_level","--logging-level"],type:"string",default:"INFO"},{setting:"verbose",flags:["-v","--verbose"],type:"boolean",default:!1},{setting:"quiet",flags:["-q","--quiet"],type:"boolean",default:!1},{setting:"exception_handler",flags:["--exception-handler"],type:"list",default:[]},{setting:"pid",flags:["--pid"],type:"string",default:null},{setting:"help",flags:["--help"],type:"boolean",default:!1}],select:l(t=>{if(t.name==="rqworker")return t;if(t.name==="manage.py")return me(t,"rqworker")??me(t,"rqworker-pool");let e=me(t,"worker-pool");if(e!==null)return e;let n=me(t,"worker");return n===null?null:{...n,words:oT(n.words)}},"select"),role:l(()=>"worker","role"),model:l(t=>({processes:oe(t,"num_workers"),threads:1,concurrency:"process",parents:1}),"model")});function oT(t){let e=t.map(n=>"text"in n&&typeof n.text=="object"&&n.text!==null&&"value"in n.text?String(n.text.value):"");return t.filter((n,r)=>!/^(-n|--name)$/.test(e[r]??"")&&!/^(-n|--name)$/.test(e[r-1]??"")&&!/^--name=/.test(e[r]??""))}l(oT,"withoutName");var Jh=ee({name:"sentry",executables:["sentry"],style:"click",docs:"https://develop.sentry.dev/self-hosted/",sizeSetting:"concurrency",options:[{setting:"concurrency",flags:["--concurrency","-c"],type:"int",default:"cpuCount"},{setting:"pool",flags:["--pool","-P"],type:"string",default:"prefork"},{setting:"queues",flags:["--queues","-Q"],type:"string",default:null},{setting:"exclude_queues",flags:["--exclude-queues","-X"],type:"string",default:null},{setting:"hostname",flags:["--hostname","-n"],type:"string",default:null},{setting:"max_tasks_per_child",flags:["--max-tasks-per-child"],type:"int",default:1e4},{setting:"loglevel",flags:["--loglevel","-l"],type:"string",default:null},{setting:"logfile",flags:["--logfile","-f"],type:"string",default:null},{setting:"without_gossip",flags:["--without-gossip"],type:"boolean",default:!1},{setting:"without_mingle",flags:["--without-mingle"],type:"boolean",default:!1},{setting:"without_heartbeat",flags:["--without-heartbeat"],type:"boolean",default:!1},{setting:"autoreload",flags:["--autoreload"],type:"boolean",default:!1},{setting:"help",flags:["--help"],type:"boolean",default:!1}],select:l(t=>me(t,"run","worker"),"select"),role:l(()=>"worker","role"),model:l(t=>({processes:oe(t,"concurrency"),threads:1,concurrency:"process",parents:1}),"model")});var eg=ee({name:"uvicorn",executables:["uvicorn"],style:"click",docs:"https://www.uvicorn.org/settings/",sizeSetting:"workers",options:[{setting:"workers",flags:["--workers"],type:"int",default:1,variables:["UVICORN_WORKERS","WEB_CONCURRENCY"]},{setting:"host",flags:["--host"],type:"string",default:"127.0.0.1",variables:["UVICORN_HOST"]},{setting:"port",flags:["--port"],type:"int",default:8e3,variables:["UVICORN_PORT"]},{setting:"uds",flags:["--uds"],type:"string",default:null,variables:["UVICORN_UDS"]},{setting:"fd",flags:["--fd"],type:"int",default:null,variables:["UVICORN_FD"]},{setting:"reload",flags:["--reload"],type:"boolean",default:!1,variables:["UVICORN_RELOAD"]},{setting:"loop",flags:["--loop"],type:"string",default:"auto",variables:["UVICORN_LOOP"]},{setting:"http",flags:["--http"],type:"string",default:"auto"},{setting:"ws",flags:["--ws"],type:"string",default:"auto"},{setting:"lifespan",flags:["--lifespan"],type:"string",default:"auto"},{setting:"interface",flags:["--interface"],type:"string",default:"auto"},{setting:"env_file",flags:["--env-file"],type:"string",default:null},{setting:"log_config",flags:["--log-config"],type:"string",default:null},{setting:"log_level",flags:["--log-level"],type:"string",default:null},{setting:"access_log",flags:["--access-log"],negative:"--no-access-log",type:"boolean",default:!0},{setting:"use_colors",flags:["--use-colors"],negative:"--no-use-colors",type:"boolean",default:null},{setting:"proxy_headers",flags:["--proxy-headers"],negative:"--no-proxy-headers",type:"boolean",default:!0},{setting:"server_header",flags:["--server-header"],negative:"--no-server-header",type:"boolean",default:!0},{setting:"date_header",flags:["--date-header"],negative:"--no-date-header",type:"boolean",default:!0},{setting:"forwarded_allow_ips",flags:["--forwarded-allow-ips"],type:"string",default:null,variables:["FORWARDED_ALLOW_IPS"]},{setting:"root_path",flags:["--root-path"],type:"string",default:""},{setting:"limit_concurrency",flags:["--limit-concurrency"],type:"int",default:null,variables:["UVICORN_LIMIT_CONCURRENCY"]},{setting:"limit_max_requests",flags:["--limit-max-requests"],type:"int",default:null,variables:["UVICORN_LIMIT_MAX_REQUESTS"]},{setting:"backlog",flags:["--backlog"],type:"int",default:2048},{setting:"timeout_keep_alive",flags:["--timeout-keep-alive"],type:"int",default:5,variables:["UVICORN_TIMEOUT_KEEP_ALIVE"]},{setting:"timeout_graceful_shutdown",flags:["--timeout-graceful-shutdown"],type:"int",default:null,variables:["UVICORN_TIMEOUT_GRACEFUL_SHUTDOWN"]},{setting:"timeout_worker_healthcheck",flags:["--timeout-worker-healthcheck"],type:"int",default:5},{setting:"ssl_keyfile",flags:["--ssl-keyfile"],type:"string",default:null},{setting:"ssl_certfile",flags:["--ssl-certfile"],type:"string",default:null},{setting:"header",flags:["--header"],type:"list",default:[]},{setting:"reload_dir",flags:["--reload-dir"],type:"list",default:[]},{setting:"reload_include",flags:["--reload-include"],type:"list",default:[]},{setting:"reload_exclude",flags:["--reload-exclude"],type:"list",default:[]},{setting:"app_dir",flags:["--app-dir"],type:"string",default:""},{setting:"factory",flags:["--factory"],type:"boolean",default:!1},{setting:"h11_max_incomplete_event_size",flags:["--h11-max-incomplete-event-size"],type:"int",default:null},{setting:"version",flags:["--version"],type:"boolean",default:!1},{setting:"help",flags:["--help"],type:"boolean",default:!1}],role:l(()=>"web","role"),model:l(t=>{let e=oe(t,"workers");return{processes:e,threads:1,concurrency:"eventLoop",parents:e===1?0:1}},"model")});function ng(t,e){return/\.(ya?ml|json)$/.test(t)?lT(e):aT(e)}l(ng,"readConfigFile");function aT(t){let e=[],n="";for(let r of t.value.matchAll(/^[^\n]*$/gm)){let s=/^\s*\[([^\]]*)\]/.exec(r[0]);s?.[1]!==void 0&&(n=s[1]);let i=/^\s*([\w-]+)\s*(?:=\s*(.*?))?\s*$/.exec(r[0]);if(n!=="uwsgi"||i?.[1]===void 0||/^\s*[#;]/.test(r[0]))continue;let o=i[2]??"true",a=r.index+r[0].lastIndexOf(o);e.push({name:i[1],value:i[2]===void 0?{value:o,segments:[]}:ae(t,a,a+o.length)})}return e}l(aT,"readIni");function lT(t){let e=Pc(t)?t.segments[0]?.location.file:void 0,n=e!==void 0&&e.text===t.value?e:ss("uwsgi",t.value),[r]=bi(n).documents,s=K(r,"uwsgi");return s?.kind!=="map"?[]:[...s.entries].flatMap(([i,{value:o}])=>tg(o).map(a=>({name:i,value:a})))}l(lT,"readYaml");function tg(t){return t.kind==="scalar"?[t.text]:t.kind==="sequence"?t.items.flatMap(tg):[]}l(tg,"scalars");var Jn=[{setting:"processes",names:["processes","workers"],short:"p",type:"int",default:1},{setting:"threads",names:["threads"],type:"int",default:1},{setting:"cheaper",names:["cheaper"],type:"int",default:null},{setting:"harakiri",names:["harakiri"],short:"t",type:"int",default:null},{setting:"max_requests",names:["max-requests"],short:"R",type:"int",default:null},{setting:"reload_on_rss",names:["reload-on-rss"],type:"int",default:null},{setting:"worker_reload_mercy",names:["worker-reload-mercy"],type:"int",default:60},{setting:"gevent",names:["gevent"],type:"int",default:null},{setting:"async",names:["async"],type:"int",default:null},{setting:"listen",names:["listen"],short:"l",type:"int",default:100},{setting:"buffer_size",names:["buffer-size"],short:"b",type:"int",default:4096},{setting:"master",names:["master"],short:"M",type:"boolean",default:!1},{setting:"die_on_term",names:["die-on-term"],type:"boolean",default:!1},{setting:"hook_master_start",names:["hook-master-start"],type:"string",default:null},{setting:"lazy_apps",names:["lazy-apps"],type:"boolean",default:!1},{setting:"enable_threads",names:["enable-threads"],short:"T",type:"boolean",default:!1},{setting:"single_interpreter",names:["single-interpreter"],short:"i",type:"boolean",default:!1},{setting:"need_app",names:["need-app"],type:"boolean",default:!1},{setting:"vacuum",names:["vacuum"],type:"boolean",default:!1},{setting:"http",names:["http"],type:"string",default:null},{setting:"http_socket",names:["http-socket"],type:"string",default:null},{setting:"socket",names:["socket","uwsgi-socket"],short:"s",type:"string",default:null},{setting:"chdir",names:["chdir"],type:"string",default:null},{setting:"module",names:["module","wsgi"],short:"w",type:"string",default:null},{setting:"wsgi_file",names:["wsgi-file","file"],type:"string",default:null},{setting:"pythonpath",names:["pythonpath","pp"],type:"string",default:null},{setting:"uid",names:["uid"],type:"string",default:null},{setting:"gid",names:["gid"],type:"string",default:null},{setting:"daemonize",names:["daemonize"],short:"d",type:"string",default:null},{setting:"py_autoreload",names:["py-autoreload","python-autoreload"],type:"int",default:null}],Ji=new Set(["ini","yaml","yml","json"]);function yc(t){let e=t.replaceAll("_","-");return Jn.find(n=>n.names.includes(e))}l(yc,"optionNamed");var cT=5,sg={name:"uwsgi",executables:["uwsgi","uwsgi-core","pyuwsgi"],settingTypes:new Map(Jn.map(t=>[t.setting,yT(t)])),read:uT};function uT(t,e,n){let r={invocation:e,files:n,settings:new Map(Jn.map(({setting:s,default:i})=>[s,{known:!0,value:i,origin:"default"}])),doubts:[]};return dT(r),pT(t.words,r)?[{program:"uwsgi",role:"web",invocation:e,settings:r.settings,startupError:null,model:gT(r.settings),sizeSetting:"processes",readsVariables:Jn.flatMap(s=>s.names.map(eo)),flags:new Map(Jn.map(s=>[s.setting,`--${s.names[0]}`])),optionsFrom:t.offset,doubts:r.doubts}]:[]}l(uT,"readUwsgi");function eo(t){return`UWSGI_${t.replaceAll("-","_").toUpperCase()}`}l(eo,"variableName");function dT(t){for(let e of Jn)for(let n of e.names){let r=t.invocation.environment.variables.get(eo(n));r!==void 0&&wc(e,r,"env",eo(n),t)}for(let e of Ji){let n=t.invocation.environment.variables.get(eo(e));n?.known===!0&&no(n.text.value,0,t)}}l(dT,"readVariables");function pT(t,e){for(let n=0;n<t.length;n++){let r=t[n];if(r===void 0)continue;let s=r.known?r.text.value:r.prefix.value;if(s==="--version"||s==="--help"||s==="-h")return!1;let i=/^--([\w-]+)(?:=|$)/.exec(s)?.[1],o=s.includes("=")&&i!==void 0?rg(r,s.indexOf("=")+1):t[n+1];if(i!==void 0&&Ji.has(i)){fT(o,e);continue}let a=i===void 0?mT(s):yc(i);if(a===void 0){r.known&&/\.(ini|ya?ml|json)$/.test(s)&&!s.startsWith("-")&&no(s,0,e);continue}let c=i===void 0&&s.length>2?rg(r,2):void 0,u=a.type==="boolean"?void 0:c??o;u===void 0?e.settings.set(a.setting,{known:!0,value:!0,origin:"cli",at:pe(r),writtenAs:s}):wc(a,u,"cli",i===void 0?s.slice(0,2):`--${i}`,e)}return!0}l(pT,"readWords");function mT(t){if(/^-[A-Za-z]/.test(t))return Jn.find(e=>e.short===t[1])}l(mT,"shortOption");function rg(t,e){return t.known?{known:!0,text:ae(t.text,e,t.text.value.length)}:{...t,prefix:ae(t.prefix,e,t.prefix.value.length)}}l(rg,"glued");function fT(t,e){let n=t===void 0?null:ie(t);n===null?e.doubts.push("the name of the configuration file is not known"):no(n,0,e)}l(fT,"includeWord");function no(t,e,n){let r=n.files.readNamed(t.replace(/:\w*$/,""),n.invocation.workingDirectory);if(r.kind!=="text"||e>cT){let s=r.kind==="unknown"||r.kind==="possible"?r.why:`${t} cannot be read`;if(r.kind==="absent")return;n.doubts.push(s);for(let[i,o]of n.settings)o.known&&o.origin==="default"&&n.settings.set(i,{known:!1,why:s});return}for(let{name:s,value:i}of ng(t,r.text)){if(Ji.has(s)){no(i.value,e+1,n);continue}let o=yc(s);o!==void 0&&wc(o,hT(i,n),"configFile",s,n)}}l(no,"include");function hT(t,e){let n=l((i,o)=>({known:!1,why:i,dependsOn:o,at:t.segments[0]?.location,prefix:{value:"",segments:[]},mayBeSeveral:!1}),"unknown");if(/%k/.test(t.value))return n("%k is the CPU count of the node","cpu_count");if(/%\(/.test(t.value))return n(`${t.value} is computed by uWSGI`);let r=[],s=0;for(let i of t.value.matchAll(/\$\((\w+)\)/g)){let o=Ie(e.invocation.environment,i[1]??"");if(o!==void 0){if(!o.known)return o;r.push(ae(t,s,i.index),o.text),s=i.index+i[0].length}}return{known:!0,text:r.length===0?t:Zt([...r,ae(t,s,t.value.length)])}}l(hT,"fillPlaceholders");function wc(t,e,n,r,s){if(!e.known){s.settings.set(t.setting,{known:!1,why:e.why,dependsOn:e.dependsOn,at:pe(e),writtenAs:r});return}let i=e.text.value.trim(),o=t.type==="int"?Number.parseInt(i,10)||0:t.type==="boolean"?/^(true|1|yes|on|)$/i.test(i):i;s.settings.set(t.setting,{known:!0,value:o,origin:n,at:pe(e),text:e.text,writtenAs:r})}l(wc,"setOption");function gT(t){let e=l(s=>{let i=t.get(s);return i?.known===!0&&typeof i.value=="number"?i.value:null},"number"),n=l(s=>{let i=t.get(s);return i?.known===!0&&(i.value===null||i.value===0)},"isUnset");if(!n("gevent")||!n("async"))return{processes:e("processes"),threads:1,concurrency:"eventLoop",parents:1};let r=e("threads");return{processes:e("processes"),threads:r,concurrency:r===1?"process":"thread",parents:1}}l(gT,"modelOf");function yT(t){return t.default===null?"any":t.type==="int"?"number":t.type}l(yT,"settingType");var ig=ee({name:"waitress",executables:["waitress-serve","waitress"],style:"argparse",docs:"https://docs.pylonsproject.org/projects/waitress/en/stable/runner.html",sizeSetting:"threads",options:[{setting:"host",flags:["--host"],type:"string",default:"0.0.0.0"},{setting:"port",flags:["--port"],type:"int",default:8080},{setting:"listen",flags:["--listen"],type:"list",default:[]},{setting:"unix_socket",flags:["--unix-socket"],type:"string",default:null},{setting:"threads",flags:["--threads"],type:"int",default:4},{setting:"connection_limit",flags:["--connection-limit"],type:"int",default:100},{setting:"backlog",flags:["--backlog"],type:"int",default:1024},{setting:"channel_timeout",flags:["--channel-timeout"],type:"int",default:120},{setting:"cleanup_interval",flags:["--cleanup-interval"],type:"int",default:30},{setting:"url_scheme",flags:["--url-scheme"],type:"string",default:"http"},{setting:"url_prefix",flags:["--url-prefix"],type:"string",default:""},{setting:"trusted_proxy",flags:["--trusted-proxy"],type:"string",default:null},{setting:"ident",flags:["--ident"],type:"string",default:"waitress"},{setting:"call",flags:["--call"],type:"boolean",default:!1},{setting:"help",flags:["--help"],type:"boolean",default:!1}],role:l(()=>"web","role"),model:l(t=>({processes:1,threads:oe(t,"threads"),concurrency:"thread",parents:0}),"model")});var vQ=[Lm,zm,Oh,Th,_h,Ph,Eh,Rh,Gh,Xh,Kh,Zh,Hh,Jh,eg,sg,ig];export{Cc as a,wT as b,kT as c,Ro as d,K as e,dP as f,Pu as g,Eu as h,Sy as i,pP as j,mP as k,TC as l,dl as m,Am as n,ie as o,ss as p,is as q,cg as r,OT as s,pe as t,Me as u,kt as v,to as w,CT as x,ym as y,bi as z,Ie as A,RC as B,Ch as C,Ye as D,Dn as E,Te as F,Ir as G,vi as H,Oi as I,ge as J,xO as K,bC as L,vC as M,Nm as N,vQ as O};
