/** A small label that says where a text or number comes from: the paper, derived from it, or our own. */
export function ProvenanceLabel({children}: {children: string}) {
  return <span className="rounded border border-line bg-white px-1 py-px align-[0.1em] text-xs whitespace-nowrap text-quiet">{children}</span>;
}
