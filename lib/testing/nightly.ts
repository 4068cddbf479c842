/** Whether everything is tried (`npm run nightly`); else a fixed part of what takes long, the same one each time. */
export const NIGHTLY = process.env['BREACHSCOPE_NIGHTLY'] !== undefined;
