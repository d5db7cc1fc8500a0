// PDFium in this process: loading it, opening a document, reading its strings. Only the extractor's child imports this.

import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';

type Exports = Record<string, (...values: number[]) => number>;
type Heap = { HEAPU8: Uint8Array; HEAPU16: Uint16Array; HEAPF32: Float32Array; HEAPF64: Float64Array };

/** What PDFium says of a document it does not open. */
export type OpenFailure = 'locked' | 'damaged';

/** PDFium and its memory. Heaps move when memory grows, so read them anew. */
export class Pdfium {
  readonly api: WrappedPdfiumModule;
  readonly #exports: Exports;
  readonly #heap: Heap;

  constructor(api: WrappedPdfiumModule) {
    this.api = api;
    this.#exports = api.pdfium.wasmExports as unknown as Exports;
    this.#heap = api.pdfium as unknown as Heap;
  }

  /**
   * A WebAssembly function itself, which takes and gives numbers only. The package's wrappers cost ten times as much as
   * the call, and that counts with several calls a character.
   */
  fn(name: string): (...values: number[]) => number {
    const found = this.#exports[name];
    if (found === undefined) throw new Error(`PDFium has no ${name}`);
    return found;
  }

  get bytes(): Uint8Array {
    return this.#heap.HEAPU8;
  }

  get floats(): Float32Array {
    return this.#heap.HEAPF32;
  }

  get doubles(): Float64Array {
    return this.#heap.HEAPF64;
  }

  /** Memory for `size` bytes, 8-aligned. Throws a RangeError when there is none left. */
  allocate(size: number): number {
    const pointer = this.api.pdfium.wasmExports.malloc(size);
    if (pointer === 0) throw new RangeError(`no memory for ${String(size)} bytes`);
    return pointer;
  }

  free(pointer: number): void {
    this.api.pdfium.wasmExports.free(pointer);
  }

  /**
   * A UTF-16LE string from a function that takes a buffer and its size in bytes and returns the size needed,
   * terminator included. Longer than `maxBytes` reads as ''.
   */
  utf16(read: (buffer: number, bytes: number) => number, maxBytes = 65_536): string {
    const needed = read(0, 0);
    if (needed <= 2 || needed > maxBytes) return '';
    const buffer = this.allocate(needed);
    try {
      read(buffer, needed);
      return new TextDecoder('utf-16le').decode(this.bytes.subarray(buffer, buffer + needed - 2));
    } finally {
      this.free(buffer);
    }
  }
}

type WasmModule = object;
type WasmInstance = { exports: object };

/** WebAssembly as far as it is used here: Node's types leave it to those of the browser. */
const { WebAssembly: wasm } = globalThis as unknown as {
  WebAssembly: {
    compile: (bytes: Uint8Array) => Promise<WasmModule>;
    Instance: new (module: WasmModule, imports: object) => WasmInstance;
  };
};

let compiled: Promise<WasmModule> | undefined;

async function compile(): Promise<WasmModule> {
  const path = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
  return wasm.compile(await readFile(path));
}

/** Starts a PDFium with memory of its own. About 100 ms the first time in a process, 15 ms after. */
export async function startPdfium(): Promise<Pdfium> {
  compiled ??= compile();
  const module = await compiled;
  const instantiateWasm = (
    imports: object,
    received: (instance: WasmInstance, module: WasmModule) => void,
  ): WasmInstance['exports'] => {
    const instance = new wasm.Instance(module, imports);
    received(instance, module);
    return instance.exports;
  };
  const silent = (): void => undefined;
  const api = await init({ instantiateWasm, print: silent, printErr: silent } as unknown as Parameters<typeof init>[0]);
  api.PDFiumExt_Init();
  return new Pdfium(api);
}

/** An open document; `handle` is PDFium's. The bytes stay in PDFium's memory until `close`. */
export type OpenDocument = { handle: number; pageCount: number; close: () => void };

/** Opens a document from its bytes, or says why not. */
export function openDocument(pdfium: Pdfium, bytes: Uint8Array, password: string): OpenDocument | OpenFailure {
  const pointer = pdfium.allocate(bytes.length);
  pdfium.bytes.set(bytes, pointer);
  const handle = pdfium.api.FPDF_LoadMemDocument(pointer, bytes.length, password);
  if (handle === 0) {
    const isPassword = pdfium.api.FPDF_GetLastError() === 4;
    pdfium.free(pointer);
    return isPassword ? 'locked' : 'damaged';
  }
  const close = (): void => {
    pdfium.api.FPDF_CloseDocument(handle);
    pdfium.free(pointer);
  };
  return { handle, pageCount: pdfium.api.FPDF_GetPageCount(handle), close };
}
