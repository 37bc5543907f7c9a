/**
 * Baseline of POST /messages: bare Express 5, one Mongoose create with the same fields, one io.emit; for a message on
 * Facebook one axios POST to the bot besides. No log-in, no tenancy, no validation beyond the schema, no conversation, no
 * order, no outbox.
 * Environment: MONGODB_URI, PORT, META_BOT_BASE_URL.
 */
import { createServer } from 'node:http';
import axios from 'axios';
import express from 'express';
import mongoose, { Schema } from 'mongoose';
import { Server } from 'socket.io';

await mongoose.connect(process.env.MONGODB_URI ?? '', { writeConcern: { w: 1, j: true }, maxPoolSize: 20 });

const attachment = new Schema({ type: String, url: String, file_description: String }, { _id: false });
const Message = mongoose.model(
  'Message',
  new Schema(
    {
      company_id: { type: Schema.Types.ObjectId, required: true },
      contact_id: { type: Schema.Types.ObjectId, required: true, index: true },
      role: { type: String, enum: ['user', 'operator', 'assistant'], required: true },
      platform: { type: String, required: true },
      direction: { type: String, enum: ['inbound', 'outbound'], required: true },
      content: { type: String, maxlength: 5000 },
      attachments: [attachment],
      client_id: String,
      read: { type: Boolean, default: false },
      delivered: { type: Boolean, default: false },
      status: { type: String, default: 'sent' },
    },
    { timestamps: { createdAt: 'created_at', updatedAt: 'updated_at' } },
  ),
);
await Message.init();

const botUrl = process.env.META_BOT_BASE_URL ?? '';
const app = express();
app.use(express.json());
app.post('/api/v1/messages', async (req, res) => {
  const message = await Message.create(req.body);
  const { platform, content, company_id, contact_id: customer_id } = req.body as Record<string, string>;
  if (platform === 'facebook') {
    await axios.post(`${botUrl}/chat/manual-facebook`, { company_id, customer_id, platform, content });
  }
  io.emit('message:new', message);
  res.status(201).json({ messageData: message });
});
app.get('/health/ready', (_req, res) => res.end());
const server = createServer(app);
const io = new Server(server);
server.listen(Number(process.env.PORT), '127.0.0.1');
