import { useState } from 'preact/hooks'

/** The same by API, to copy. */
export function Curl({ command }: { command: string }) {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(command)
    setCopied(true)
  }
  return (
    <div class="curl">
      <div class="curl-head">
        <span>or in a terminal</span>
        <button type="button" class="plain" onClick={copy}>
          {copied ? 'Copied' : 'Copy'}
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <pre tabIndex={0}>{command}</pre>
    </div>
  )
}
