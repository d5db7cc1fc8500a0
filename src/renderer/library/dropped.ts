// What was dropped on the window, folders included; and which of it Glossa takes.

/** Is it a survey? By its name: browsers know no type for Markdown. */
export const isMarkdown = (file: Pick<File, 'name'>): boolean => /\.(md|markdown|mdown|txt)$/i.test(file.name);

/** Is it a PDF, by name or type? The core looks at the bytes. */
export const isPdf = (file: Pick<File, 'name' | 'type'>): boolean =>
  /\.pdf$/i.test(file.name) || file.type === 'application/pdf';

/** Files taken from one drop at most: a folder of a whole disk is a mistake. */
const MOST = 5000;

/** Every file of a drop, those in its folders too. Must be called while the drop event lasts. */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  const entries = [...transfer.items].map((item) => (item.kind === 'file' ? item.webkitGetAsEntry() : null));
  const plain = [...transfer.files];
  if (!entries.some((entry) => entry?.isDirectory)) return plain;
  const files: File[] = [];
  for (const entry of entries) if (entry) await collect(entry, files);
  return files;
}

async function collect(entry: FileSystemEntry, into: File[]): Promise<void> {
  if (into.length >= MOST) return;
  if (entry.isFile) {
    into.push(await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)));
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) {
    // A folder is read in portions; an empty one is its end.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return;
    for (const inside of some) await collect(inside, into);
  }
}
