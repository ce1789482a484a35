-- CreateIndex
CREATE INDEX "event_waiting_idx" ON "event"("id") WHERE (relayed_at is null);

-- CreateIndex
CREATE INDEX "mail_unsent_idx" ON "mail"("created_at") WHERE (sent_at is null);

-- CreateIndex
CREATE INDEX "person_unsynced_idx" ON "person"("facts_changed_at") WHERE (facts_version > synced_version);
