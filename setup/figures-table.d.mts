export declare const figuresTable: (lines: string) => string
