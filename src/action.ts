/** The action: the runner's inputs in, findings on GitHub, the exit code out. */
import { readFile } from 'node:fs/promises'
import * as core from '@actions/core'
import { checkArchive } from './action/check-archive.ts'
import { checkWorkspace } from './action/check-workspace.ts'
import { mergedReports } from './action/merged-reports.ts'
import { readWorkspaceFile, writeReportFile } from './action/workspace-files.ts'
import { runAction } from './github/run-action.ts'

const folder = process.env['GITHUB_WORKSPACE'] ?? process.cwd()
const payloadPath = process.env['GITHUB_EVENT_PATH'] ?? ''
const today = new Date().toISOString().slice(0, 10)

void runAction({
  input: (name) => core.getInput(name),
  variables: process.env,
  readPayload: () => (payloadPath === '' ? Promise.resolve('') : readFile(payloadPath, 'utf8')),
  readWorkspaceFile: async (path) => readWorkspaceFile(folder, path),
  writeReport: async (path, text) => writeReportFile(folder, path, text),
  print: (line) => void process.stdout.write(`${line}\n`),
  appendStepSummary: async (markdown) => void (await core.summary.addRaw(markdown).write()),
  setOutput: core.setOutput,
  check: async (request) =>
    request.inputs.reports === null
      ? await checkWorkspace({ folder, today }, request)
      : await mergedReports(request.inputs, folder),
  checkArchive: (archive, inputs) => checkArchive(archive, { inputs, today }),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  now: Date.now,
}).then((code) => {
  process.exitCode = code
})
