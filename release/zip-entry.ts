export interface ZipEntry {
  /** From the package's root, with slashes. */
  readonly path: string
  readonly bytes: Uint8Array
  readonly executable: boolean
}
