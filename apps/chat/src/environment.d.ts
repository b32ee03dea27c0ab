/** Whether this build carries the mocked server. */
declare const __MOCKED__: boolean
