// Hands a text the core has written to the user as a file.

/** Offers `text` under `fileName` for download. */
export function saveText({ fileName, type, text }: { fileName: string; type: string; text: string }): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The download has its own hold on the bytes once it has begun.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
