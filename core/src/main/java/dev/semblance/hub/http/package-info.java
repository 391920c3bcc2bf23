/// Talking to a Hugging Face hub: settings, requests with redirects and retries, proxies.
@NullMarked
package dev.semblance.hub.http;

import org.jspecify.annotations.NullMarked;
