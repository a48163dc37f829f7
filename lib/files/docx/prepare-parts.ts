import {setImmediate} from 'node:timers/promises';
import {type Document, type FileChild, TableOfContents} from 'docx';

/**
 * Has the library form the XML of each part of the document's body now, one a turn, and keep it for when it packs the
 * document, which it would otherwise do for all parts in one turn that lets nothing else go on. The contents are left
 * to the packing, for they are made from the headings.
 */
export async function prepareParts(document: Document, parts: readonly FileChild[]): Promise<void> {
  for (const part of parts) {
    if (part instanceof TableOfContents) continue;
    const formed = part.prepForXml({file: document, viewWrapper: document.Document, stack: []});
    Object.assign(part, {prepForXml: () => formed});
    await setImmediate();
  }
}
