(function(require,module,exports){var p=Object.defineProperty;var k=Object.getOwnPropertyDescriptor;var C=Object.getOwnPropertyNames;var O=Object.prototype.hasOwnProperty;var j=(o,e)=>{for(var n in e)p(o,n,{get:e[n],enumerable:!0})},v=(o,e,n,t)=>{if(e&&typeof e=="object"||typeof e=="function")for(let r of C(e))!O.call(o,r)&&r!==n&&p(o,r,{get:()=>e[r],enumerable:!(t=k(e,r))||t.enumerable});return o};var R=o=>v(p({},"__esModule",{value:!0}),o);var y={};j(y,{runCompletion:()=>g});module.exports=R(y);var d=require("./chunk-7ZFPBPOF.js"),f=require("./chunk-BGT5USSP.js"),E=require("./chunk-5NINVZWU.js"),N=require("./chunk-IUCQH7WA.js"),w=require("./chunk-ACB5BRXV.js"),T=require("./chunk-22LESHTD.js"),_=require("./chunk-KLEJLONW.js"),U=require("./chunk-BUZDGJR2.js"),V=require("./chunk-UJTM6RSC.js"),q=require("./chunk-53P7KJT3.js"),A=require("./chunk-RPF53MM2.js"),F=require("./chunk-RDDL23Q5.js"),L=require("./chunk-J3AYK6LG.js"),Y=require("./chunk-4XQKTQ2K.js"),B=require("./chunk-EPXOE4VI.js"),b=new Map([["bash",M],["zsh",P],["fish",W]]);function M(o){let e=o.flatMap(({name:r,options:a})=>a.filter(i=>i.values!==null).map(i=>`    '${r} ${i.flag}') words='${(i.values??[]).join(" ")}'; [ -n "$words" ] || return ;;`)),n=o.map(({name:r,options:a})=>`      ${r}) words='${a.map(({flag:i})=>i).join(" ")}' ;;`),t=o.filter(({words:r})=>r.length>0).map(({name:r,words:a})=>`      ${r}) words='${a.join(" ")}' ;;`);return`# workerlint completion for bash: source <(workerlint completion bash)
_workerlint() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command= word words=
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in ${o.map(({name:r})=>r).join("|")}) command=$word; break ;; esac
  done
  # "--format=te" arrives as three words.
  [ "$current" = = ] && current=
  [ "$previous" = = ] && previous=\${COMP_WORDS[COMP_CWORD-2]}
  case "\${command:-check} $previous" in
${e.join(`
`)}
    *) case $current in
    -*) case \${command:-check} in
${n.join(`
`)}
      esac ;;
    *) case $command in
      '') words='${o.map(({name:r})=>r).join(" ")}' ;;
${t.join(`
`)}
      esac ;;
    esac ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _workerlint workerlint
`}function P(o){let e=o.map(({name:t,about:r})=>`      '${t}:${u(r)}'`),n=o.map(({name:t,options:r,words:a})=>{let i=r.map(({flag:m,about:c,values:l})=>{let h=l===null?"":`:value:${l.length===0?"_files":`(${l.join(" ")})`}`;return`        '*${m}[${u(c)}]${h}'`}),s=a.length===0?"'*:file:_files'":`'*:word:_alternative "words:word:(${a.join(" ")})" "files:file:_files"'`;return`    ${t})
      _arguments \\
${[...i,`        ${s}`].join(` \\
`)} ;;`});return`#compdef workerlint
# workerlint completion for zsh: source <(workerlint completion zsh)
_workerlint() {
  local -a commands
  if (( CURRENT == 2 )); then
    commands=(
${e.join(`
`)}
    )
    _describe command commands
    _files
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${n.join(`
`)}
    *) _files ;;
  esac
}
compdef _workerlint workerlint
`}function u(o){return o.replace(/'/g,"\u2019").replace(/[[\]:]/g," ")}function W(o){let e=o.map(({name:n})=>n).join(" ");return`# workerlint completion for fish: workerlint completion fish | source
${o.flatMap(({name:n,about:t,options:r,words:a})=>{let i=`'__fish_seen_subcommand_from ${n}'`;return[`complete -c workerlint -n 'not __fish_seen_subcommand_from ${e}' -a ${n} -d '${$(t)}'`,...r.map(({flag:s,values:m,about:c})=>{let l=m===null?"":m.length===0?" -r":` -x -a '${m.join(" ")}'`;return`complete -c workerlint -n ${i} -l ${s.slice(2)}${l} -d '${$(c)}'`}),...a.length===0?[]:[`complete -c workerlint -n ${i} -a '${a.join(" ")}'`]]}).join(`
`)}
`}function $(o){return o.replace(/['\\]/g,"\u2019")}function D(o,{policies:e,formats:n}){return o.commands.map(t=>({name:t.name(),about:t.description(),options:t.options.filter(r=>r.long!==void 0&&r.long!==null).map(r=>({flag:r.long??"",about:r.description,values:S({...r,takesValue:r.required||r.optional},n)})),words:x(t,e)}))}function S(o,e){return o.takesValue?o.argChoices??(o.long==="--format"?e:[]):null}function x(o,e){return o.name()==="explain"?e:[...o.registeredArguments.flatMap(n=>n.argChoices??[]),...o.commands.map(n=>n.name())]}function g(o,e,n){let t=[...(0,w.a)().map(({policy:a})=>a.id),..._.a.map(({id:a})=>a)],r=D(e,{policies:t.sort(),formats:[...d.a.keys()]});return n.stdout.write(b.get(o)?.(r)??""),f.a.clean}0&&(module.exports={runCompletion});

})
