/**
 * Whoever runs a command here may have Node 20. At each start AWS's clients then say that versions of 2027 will ask for
 * Node 22, which is no news for ours: they are pinned, and the functions run on Node 24. README says so once.
 */
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
