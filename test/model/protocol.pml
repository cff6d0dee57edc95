/*
 * The staging protocol as a model for spin: two workers without any lease (the worst case of one that was lost), three
 * copies, a person who hands the authority over, and a person who copies database files over each other. Every
 * transaction of the ledger and of a copy is one atomic step; between two steps anything may happen, and a worker may die.
 *
 *   worker        src/reconcile/reconcile-book.ts, batch.ts      look, heal     observe.ts, heal.ts
 *   apply         src/reconcile/apply.ts                         person         handover.ts, fence.ts
 *
 * A batch is named by the head that it would make, so that its id and its head are one number. -DNO_FENCE, -DNO_HEAD,
 * -DNO_BRANCH and -DNO_RECEIPT break the protocol, each in one place: spin must find each of them.
 */
#define COPIES 3
#define ALL 3              /* two invoices, a bit each */
#ifndef HEADS
#define HEADS 5            /* the genesis head is 0; no batch is begun once the others are used up */
#endif
#ifndef HANDOVERS
#define HANDOVERS 1
#endif
#ifndef OVERWRITES
#define OVERWRITES 0
#endif
#ifndef CRASHES
#define CRASHES 1
#endif

/* What one database file holds: its identity row, its receipts, its invoices. */
typedef Content {
  byte id;                 /* the copy that it says it is */
  byte epoch;
  bit fenced;
  byte head;
  byte added;          /* the receipts that bear the id of the last batch */
  byte receipts;
  byte rows
};

Content copy[COPIES];
Content snapshot;
bit isTaken;
bit isExcused[COPIES];     /* an older state was put back over the fence: a known edge */

/* The ledger: authority, open batch, chain of heads, invoices. */
byte authority, epoch = 1, tip, open, nextHead = 1;
byte batchCopy[HEADS], batchEpoch[HEADS], batchExpected[HEADS];
byte batchMask[HEADS];
bit batchAlways[HEADS], isLinked[HEADS];
byte chain[HEADS];         /* all receipts from the root up to this head */
byte ready = ALL, applying, applied;
byte crashesLeft = CRASHES;

/* I6: whenever the ledger sees nothing to do, everything is in the authoritative copy. */
inline check() {
  if
  :: open == 0 && ready == 0 && applying == 0 && copy[authority].id == authority && copy[authority].epoch == epoch &&
     !copy[authority].fenced && copy[authority].head == tip ->
       assert(copy[authority].receipts == applied && copy[authority].rows == applied && applied == ALL)
  :: else
  fi
}

inline link(head, parent, receipts_) {
  if
  :: !isLinked[head] -> isLinked[head] = 1; chain[head] = chain[parent] | (receipts_)
  :: else
  fi
}

/* holdMandate: the authority and the tip are still as they were read. */
#define HOLDS (authority == myCopy && epoch == myEpoch && tip == myTip)

inline claim(always) {
  batch = nextHead; nextHead++;
  batchCopy[batch] = myCopy; batchEpoch[batch] = myEpoch; batchExpected[batch] = myTip;
  batchAlways[batch] = always; batchMask[batch] = ready;
  applying = ready; ready = 0; open = batch
}

inline abandon() { open = 0; ready = ready | applying; applying = 0 }

/* acknowledgeBatch: every intent is resolved once. */
inline acknowledge(number, hasMoved, receipts_, found_) {
  if
  :: open == number ->
       open = 0;
       if
       :: hasMoved -> link(number, batchExpected[number], receipts_); tip = number
       :: else
       fi;
       applied = applied | (receipts_) | (found_);
       ready = (ready | applying) & ~applied; applying = 0
  :: else
  fi;
  check()
}

#ifdef NO_FENCE
#define FENCE_IS_RIGHT true
#else
#define FENCE_IS_RIGHT (!copy[myCopy].fenced && copy[myCopy].epoch == batchEpoch[batch])
#endif
#ifdef NO_HEAD
#define HEAD_IS_RIGHT true
#else
#define HEAD_IS_RIGHT (copy[myCopy].head == batchExpected[batch])
#endif

#define MAY_DIE :: crashesLeft > 0 -> crashesLeft--; goto again

proctype worker() {
  byte myCopy, myEpoch, myTip, batch, seenHead, writing, found;
  byte seenId, seenEpoch; bit seenFence, hasMoved, isIn;

again:
  atomic { myCopy = authority; myEpoch = epoch; myTip = tip; batch = open; writing = 0; found = 0; hasMoved = 0 };
  if
  :: batch != 0 ->                                   /* an intent without an end: look */
       atomic { isIn = (copy[myCopy].head == batch); writing = copy[myCopy].added };
       if
       :: isIn -> atomic { acknowledge(batch, 1, writing, 0) }; goto again
       :: else ->
            atomic {
              if
              :: open == batch && HOLDS && nextHead < HEADS -> abandon(); claim(1)
              :: open == batch && HOLDS && nextHead == HEADS -> goto stop
              :: else -> goto again
              fi
            }
       fi
  :: else ->
       atomic {
         seenId = copy[myCopy].id; seenEpoch = copy[myCopy].epoch;
         seenFence = copy[myCopy].fenced; seenHead = copy[myCopy].head
       };
       if
       :: seenId != myCopy || seenEpoch > myEpoch -> goto end_held
       :: seenId == myCopy && seenEpoch < myEpoch ->
            atomic {
              if
              :: copy[myCopy].id == seenId && copy[myCopy].epoch < myEpoch ->
                   copy[myCopy].epoch = myEpoch; copy[myCopy].fenced = 0; check()
              :: else
              fi
            };
            goto again
       :: seenId == myCopy && seenEpoch == myEpoch && seenFence -> goto end_held
       :: seenId == myCopy && seenEpoch == myEpoch && !seenFence && seenHead != myTip -> goto heal
       :: else ->
            atomic {
              if
              :: !HOLDS -> goto again
              :: HOLDS && ready == 0 -> goto end_idle
              :: HOLDS && ready != 0 && nextHead == HEADS -> goto stop
              :: HOLDS && ready != 0 && nextHead < HEADS -> claim(0)
              fi
            }
       fi
  fi;

  if
  MAY_DIE
  :: skip
  fi;
  /* applyBatch: one transaction in the copy, under the lock of its identity row */
  atomic {
    if
    :: copy[myCopy].id == myCopy && FENCE_IS_RIGHT && HEAD_IS_RIGHT ->
#ifdef NO_RECEIPT
         writing = batchMask[batch]; found = 0;
#else
         found = batchMask[batch] & copy[myCopy].receipts;
         writing = batchMask[batch] & ~copy[myCopy].receipts;
#endif
         if
         :: writing != 0 || batchAlways[batch] ->
              assert(myCopy == authority || isExcused[myCopy]);    /* I7 */
              assert((copy[myCopy].rows & writing) == 0);          /* I6: nothing twice */
              copy[myCopy].head = batch; copy[myCopy].added = writing;
              copy[myCopy].receipts = copy[myCopy].receipts | writing;
              copy[myCopy].rows = copy[myCopy].rows | writing;
              hasMoved = 1; check()
         :: else
         fi;
         isIn = 1
    :: else -> isIn = 0
    fi
  };
  if
  MAY_DIE
  :: isIn -> atomic { acknowledge(batch, hasMoved, writing, found) }; goto again
  :: !isIn ->
       atomic {
         if
         :: open == batch -> abandon()
         :: else
         fi
       };
       goto again
  fi;

heal:                                                 /* another history stands there */
  atomic {                                            /* adoptLateBatch */
    if
    :: !isLinked[seenHead] && copy[myCopy].head == seenHead ->
         link(seenHead, batchExpected[seenHead], copy[myCopy].added)
    :: !isLinked[seenHead] && copy[myCopy].head != seenHead -> goto again
    :: else
    fi
  };
  atomic {
    if
    :: HOLDS ->
#ifndef NO_BRANCH
         ready = ready | (applied & chain[tip] & ~chain[seenHead]);
         applied = (applied & ~ready) | chain[seenHead];
#endif
         ready = ready & ~chain[seenHead];
         tip = seenHead; check()
    :: else
    fi
  };
  goto again;

end_idle:                                             /* nothing to do, until something moves */
  (open != 0 || ready != 0 || authority != myCopy || epoch != myEpoch || tip != myTip || copy[myCopy].id != seenId ||
   copy[myCopy].epoch != seenEpoch || copy[myCopy].fenced || copy[myCopy].head != seenHead);
  goto again;

end_held:                                             /* for a person, until something moves */
  (open != 0 || authority != myCopy || epoch != myEpoch || copy[myCopy].id != seenId ||
   copy[myCopy].epoch != seenEpoch || copy[myCopy].fenced != seenFence || copy[myCopy].head != seenHead);
  goto again;

stop:
  skip
}

/* authority set: fence, settle the open batch, move, give the identity. Data may travel first, or not at all. */
proctype handover() {
  byte times, from, to, mine, batch, receipts_; bit isIn;
  do
  :: times < HANDOVERS ->
       times++;
       from = authority;
       if
       :: to = 0 :: to = 1 :: to = 2
       fi;
       if
       :: from != to ->
            if
            :: atomic {
                 copy[to].head = copy[from].head; copy[to].added = copy[from].added;
                 copy[to].receipts = copy[from].receipts; copy[to].rows = copy[from].rows
               }
            :: skip
            fi;
            atomic { copy[from].fenced = 1; mine = copy[from].epoch; isExcused[from] = 0; batch = open };
            if
            :: batch != 0 ->
                 atomic { isIn = (copy[from].head == batch); receipts_ = copy[from].added };
                 atomic {
                   if
                   :: isIn -> acknowledge(batch, 1, receipts_, 0)
                   :: !isIn && open == batch -> abandon()
                   :: else
                   fi
                 }
            :: else
            fi
       :: else -> mine = 0
       fi;
       atomic {
         if
         :: mine < epoch -> mine = epoch
         :: else
         fi;
         if
         :: mine < copy[to].epoch -> mine = copy[to].epoch
         :: else
         fi;
         mine++;
         authority = to; epoch = mine; check()
       };
       atomic { copy[to].id = to; copy[to].epoch = mine; copy[to].fenced = 0; check() }
  :: else -> break
  od
}

/* Somebody keeps a copy of a database file, and puts it back, or to another address. */
proctype overwriter() {
  byte times, at;
  do
  :: times < OVERWRITES ->
       if
       :: at = 0 :: at = 1
       fi;
       if
       :: atomic {
            snapshot.id = copy[at].id; snapshot.epoch = copy[at].epoch; snapshot.fenced = copy[at].fenced;
            snapshot.head = copy[at].head; snapshot.added = copy[at].added;
            snapshot.receipts = copy[at].receipts; snapshot.rows = copy[at].rows; isTaken = 1
          }
       :: isTaken ->
            atomic {
              times++;
              if
              :: at != authority || copy[at].fenced -> isExcused[at] = 1
              :: else
              fi;
              copy[at].id = snapshot.id; copy[at].epoch = snapshot.epoch; copy[at].fenced = snapshot.fenced;
              copy[at].head = snapshot.head; copy[at].added = snapshot.added;
              copy[at].receipts = snapshot.receipts; copy[at].rows = snapshot.rows;
              check()
            }
       fi
  :: break
  od
}

init {
  atomic {
    copy[1].id = 1; copy[2].id = 2; copy[0].epoch = 1; isLinked[0] = 1;
    run worker(); run worker(); run handover(); run overwriter()
  }
}
