import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import{a as u}from"./chunk-VIODN72G.js";import"./chunk-ZU2NX2OW.js";import"./chunk-BZ5D23LO.js";import{a as g}from"./chunk-KPIEGJH2.js";import"./chunk-VMMUZCJC.js";import{a as $}from"./chunk-M4VOMX2T.js";import"./chunk-ZERNHS3D.js";import{a as f}from"./chunk-PSACPXGF.js";import"./chunk-TT4KVMFO.js";import"./chunk-SPXQNIS4.js";import"./chunk-76MLBP2F.js";import{a as i}from"./chunk-FFGWNXSJ.js";var y=new Map([["bash",h],["zsh",O],["fish",k]]);function h(e){let t=e.flatMap(({name:n,options:r})=>r.filter(a=>a.values!==null).map(a=>`    '${n} ${a.flag}') words='${(a.values??[]).join(" ")}'; [ -n "$words" ] || return ;;`)),l=e.map(({name:n,options:r})=>`      ${n}) words='${r.map(({flag:a})=>a).join(" ")}' ;;`),o=e.filter(({words:n})=>n.length>0).map(({name:n,words:r})=>`      ${n}) words='${r.join(" ")}' ;;`);return`# workerlint completion for bash: source <(workerlint completion bash)
_workerlint() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command= word words=
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in ${e.map(({name:n})=>n).join("|")}) command=$word; break ;; esac
  done
  # "--format=te" arrives as three words.
  [ "$current" = = ] && current=
  [ "$previous" = = ] && previous=\${COMP_WORDS[COMP_CWORD-2]}
  case "\${command:-check} $previous" in
${t.join(`
`)}
    *) case $current in
    -*) case \${command:-check} in
${l.join(`
`)}
      esac ;;
    *) case $command in
      '') words='${e.map(({name:n})=>n).join(" ")}' ;;
${o.join(`
`)}
      esac ;;
    esac ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _workerlint workerlint
`}i(h,"bashScript");function O(e){let t=e.map(({name:o,about:n})=>`      '${o}:${C(n)}'`),l=e.map(({name:o,options:n,words:r})=>{let a=n.map(({flag:d,about:s,values:m})=>{let p=m===null?"":`:value:${m.length===0?"_files":`(${m.join(" ")})`}`;return`        '*${d}[${C(s)}]${p}'`}),c=r.length===0?"'*:file:_files'":`'*:word:_alternative "words:word:(${r.join(" ")})" "files:file:_files"'`;return`    ${o})
      _arguments \\
${[...a,`        ${c}`].join(` \\
`)} ;;`});return`#compdef workerlint
# workerlint completion for zsh: source <(workerlint completion zsh)
_workerlint() {
  local -a commands
  if (( CURRENT == 2 )); then
    commands=(
${t.join(`
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
${l.join(`
`)}
    *) _files ;;
  esac
}
compdef _workerlint workerlint
`}i(O,"zshScript");function C(e){return e.replace(/'/g,"’").replace(/[[\]:]/g," ")}i(C,"zshText");function k(e){let t=e.map(({name:o})=>o).join(" ");return`# workerlint completion for fish: workerlint completion fish | source
${e.flatMap(({name:o,about:n,options:r,words:a})=>{let c=`'__fish_seen_subcommand_from ${o}'`;return[`complete -c workerlint -n 'not __fish_seen_subcommand_from ${t}' -a ${o} -d '${w(n)}'`,...r.map(({flag:d,values:s,about:m})=>{let p=s===null?"":s.length===0?" -r":` -x -a '${s.join(" ")}'`;return`complete -c workerlint -n ${c} -l ${d.slice(2)}${p} -d '${w(m)}'`}),...a.length===0?[]:[`complete -c workerlint -n ${c} -a '${a.join(" ")}'`]]}).join(`
`)}
`}i(k,"fishScript");function w(e){return e.replace(/['\\]/g,"’")}i(w,"fishText");function _(e,{policies:t,formats:l}){return e.commands.map(o=>({name:o.name(),about:o.description(),options:o.options.filter(n=>n.long!==void 0&&n.long!==null).map(n=>({flag:n.long??"",about:n.description,values:R({...n,takesValue:n.required||n.optional},l)})),words:j(o,t)}))}i(_,"completedCommands");function R(e,t){return e.takesValue?e.argChoices??(e.long==="--format"?t:[]):null}i(R,"valuesOf");function j(e,t){return e.name()==="explain"?t:[...e.registeredArguments.flatMap(o=>o.argChoices??[]),...e.commands.map(o=>o.name())]}i(j,"wordsOf");function I(e,t,l){let o=[...g().map(({policy:r})=>r.id),...$.map(({id:r})=>r)],n=_(t,{policies:o.sort(),formats:[...u.keys()]});return l.stdout.write(y.get(e)?.(n)??""),f.clean}i(I,"runCompletion");export{I as runCompletion};
