type PrintHeaderProps = {
  /** County, period and instrument version. */
  line: string;
  /** “Page {page} of {pages}” with the two placeholders left in. */
  page: string;
  title: string;
};

/**
 * The header and page number of every printed sheet, in the page's margins. A browser that has no
 * margin boxes prints the line once, above the report.
 */
export function PrintHeader({line, page, title}: PrintHeaderProps) {
  const numbers = quote(page).replace('{page}', '" counter(page) "').replace('{pages}', '" counter(pages) "');
  const css = `@page {
    @top-left { content: ${quote(title)}; }
    @top-right { content: ${quote(line)}; }
    @bottom-right { content: ${numbers}; }
  }`;
  return (
    <>
      <style>{css}</style>
      <p className="hidden text-sm text-quiet print:block">{line}</p>
    </>
  );
}

/** A CSS string; whatever could end it, or the style element, is written as an escape. */
function quote(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N} ·.{},:;()（）、，。/-]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`;
}
