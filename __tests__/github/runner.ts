/** A runner that remembers: log, outputs, step summary and report files. */

/** Limits of the real one are kept: a step summary of more than 1 MiB is refused. */
export class InMemoryRunner {
  private readonly isSummaryBroken: boolean
  private readonly log: string[] = []
  private readonly outputs: Record<string, string> = {}
  private readonly reports = new Map<string, string>()
  private summary = ''
  private clock = Date.UTC(2026, 10, 1)
  private waited = 0

  constructor(isSummaryBroken: boolean) {
    this.isSummaryBroken = isSummaryBroken
  }

  print(line: string): void {
    this.log.push(line)
  }

  setOutput(name: string, value: string): void {
    this.outputs[name] = value
  }

  writeReport(path: string, text: string): string {
    this.reports.set(path, text)
    return path
  }

  appendSummary(markdown: string): void {
    if (this.isSummaryBroken) throw new Error('no space left on device')
    this.summary += markdown
    if (Buffer.byteLength(this.summary) > 1_048_576) throw new Error('summary is larger than 1 MiB')
  }

  sleep(milliseconds: number): void {
    this.clock += milliseconds
    this.waited += milliseconds
  }

  now(): number {
    return this.clock
  }

  result() {
    return { log: this.log, outputs: this.outputs, summary: this.summary, waited: this.waited, reports: this.reports }
  }
}
