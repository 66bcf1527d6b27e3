/** A state in one word; its colour says no more than the word does. */
export const Badge = ({ state, children }: { state: string; children?: string }) => (
  <span class={`badge ${state}`}>{children ?? state.replaceAll('-', ' ')}</span>
)
