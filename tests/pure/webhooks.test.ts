import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { GIVE_UP_MS, retryDelayMs } from '../../src/webhooks/retry.ts';
import { createSecret, signedHeaders } from '../../src/webhooks/sign.ts';

describe('signedHeaders', () => {
  const body = '{"type":"article.published"}';

  it('signs as the example of the specification does', () => {
    const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    const headers = signedHeaders(
      'msg_p5jXN8AQM9LWM0D4loKWxJek',
      new Date(1_614_265_330_000),
      '{"test": 2432232314}',
      [secret],
    );
    expect(headers).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it('is verified by the library with either of two secrets, and with no third one', () => {
    const [now, before, other] = [createSecret(), createSecret(), createSecret()];
    const headers = signedHeaders('msg_1', new Date(), body, [now, before]);
    for (const secret of [now, before])
      expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body));
    expect(() => new Webhook(other).verify(body, headers)).toThrow();
    expect(() => new Webhook(now).verify(`${body} `, headers)).toThrow();
  });

  it('makes secrets of 32 bytes, each another one', () => {
    const secrets = Array.from({ length: 50 }, createSecret);
    expect(new Set(secrets).size).toBe(50);
    for (const secret of secrets) {
      expect(secret).toMatch(/^whsec_/);
      expect(Buffer.from(secret.slice(6), 'base64')).toHaveLength(32);
    }
  });
});

describe('retryDelayMs', () => {
  it('grows from 5 seconds to 8 hours, give or take a fifth', () => {
    expect(retryDelayMs(1, null, 0.5)).toBe(5_000);
    expect(retryDelayMs(2, null, 0.5)).toBe(15_000);
    expect(retryDelayMs(30, null, 0.5)).toBe(8 * 3_600_000);
    expect(retryDelayMs(1, null, 0)).toBe(4_000);
    expect(retryDelayMs(1, null, 1)).toBe(6_000);
  });

  it('waits for longer if the receiver asks for it, within bounds', () => {
    expect(retryDelayMs(1, 60, 0.5)).toBe(60_000);
    expect(retryDelayMs(4, 1, 0.5)).toBe(135_000);
    expect(retryDelayMs(1, 999_999, 0.5)).toBe(8 * 3_600_000);
  });

  it('tries more than a dozen times in three days', () => {
    let elapsed = 0;
    let attempts = 1;
    while (elapsed < GIVE_UP_MS) {
      elapsed += retryDelayMs(attempts, null, 0.5);
      attempts += 1;
    }
    expect(attempts).toBeGreaterThan(12);
  });
});
