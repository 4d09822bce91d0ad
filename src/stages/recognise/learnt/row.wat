;; One row of four outputs of a convolution, eight columns at once. All addresses and lengths in bytes but counts.
(module
  (memory (export "memory") 1)
  (func (export "row")
    (param $in i32)            ;; the first input value under the kernel: channel 0, first row used, first column
    (param $rowBytes i32)      ;; from a row of the input to the next
    (param $channelBytes i32)  ;; from a channel of the input to the next
    (param $inputs i32)        ;; channels of the input
    (param $rows i32)          ;; rows of the kernel that lie on the picture
    (param $wide i32)          ;; columns of the kernel
    (param $weights i32)       ;; [channel][row][column][output of four], from the first row used
    (param $skip i32)          ;; weights of a channel's rows that do not lie on the picture
    (param $bias i32)          ;; of the four outputs
    (param $out i32)           ;; the row of the first output
    (param $outBytes i32)      ;; from an output to the next
    (param $columns i32)       ;; a multiple of eight
    (param $cut i32)           ;; not 0: negative sums become 0
    (local $channel i32) (local $row i32) (local $column i32)
    (local $w i32) (local $c i32) (local $p i32) (local $q i32) (local $o i32)
    (local $v0 v128) (local $v1 v128) (local $s v128)
    (local $a0 v128) (local $a1 v128) (local $b0 v128) (local $b1 v128)
    (local $c0 v128) (local $c1 v128) (local $d0 v128) (local $d1 v128)
    (loop $block
      (local.set $a0 (v128.load32_splat (local.get $bias)))
      (local.set $b0 (v128.load32_splat offset=4 (local.get $bias)))
      (local.set $c0 (v128.load32_splat offset=8 (local.get $bias)))
      (local.set $d0 (v128.load32_splat offset=12 (local.get $bias)))
      (local.set $a1 (local.get $a0))
      (local.set $b1 (local.get $b0))
      (local.set $c1 (local.get $c0))
      (local.set $d1 (local.get $d0))
      (local.set $w (local.get $weights))
      (local.set $c (local.get $in))
      (local.set $channel (local.get $inputs))
      (loop $channels
        (local.set $p (local.get $c))
        (local.set $row (local.get $rows))
        (loop $kernelRows
          (local.set $q (local.get $p))
          (local.set $column (local.get $wide))
          (loop $kernelColumns
            (local.set $v0 (v128.load align=4 (local.get $q)))
            (local.set $v1 (v128.load offset=16 align=4 (local.get $q)))
            (local.set $s (v128.load32_splat (local.get $w)))
            (local.set $a0 (f32x4.add (local.get $a0) (f32x4.mul (local.get $v0) (local.get $s))))
            (local.set $a1 (f32x4.add (local.get $a1) (f32x4.mul (local.get $v1) (local.get $s))))
            (local.set $s (v128.load32_splat offset=4 (local.get $w)))
            (local.set $b0 (f32x4.add (local.get $b0) (f32x4.mul (local.get $v0) (local.get $s))))
            (local.set $b1 (f32x4.add (local.get $b1) (f32x4.mul (local.get $v1) (local.get $s))))
            (local.set $s (v128.load32_splat offset=8 (local.get $w)))
            (local.set $c0 (f32x4.add (local.get $c0) (f32x4.mul (local.get $v0) (local.get $s))))
            (local.set $c1 (f32x4.add (local.get $c1) (f32x4.mul (local.get $v1) (local.get $s))))
            (local.set $s (v128.load32_splat offset=12 (local.get $w)))
            (local.set $d0 (f32x4.add (local.get $d0) (f32x4.mul (local.get $v0) (local.get $s))))
            (local.set $d1 (f32x4.add (local.get $d1) (f32x4.mul (local.get $v1) (local.get $s))))
            (local.set $w (i32.add (local.get $w) (i32.const 16)))
            (local.set $q (i32.add (local.get $q) (i32.const 4)))
            (br_if $kernelColumns (local.tee $column (i32.sub (local.get $column) (i32.const 1)))))
          (local.set $p (i32.add (local.get $p) (local.get $rowBytes)))
          (br_if $kernelRows (local.tee $row (i32.sub (local.get $row) (i32.const 1)))))
        (local.set $c (i32.add (local.get $c) (local.get $channelBytes)))
        (local.set $w (i32.add (local.get $w) (local.get $skip)))
        (br_if $channels (local.tee $channel (i32.sub (local.get $channel) (i32.const 1)))))
      (if (local.get $cut)
        (then
          (local.set $s (v128.const f32x4 0 0 0 0))
          (local.set $a0 (f32x4.max (local.get $a0) (local.get $s)))
          (local.set $a1 (f32x4.max (local.get $a1) (local.get $s)))
          (local.set $b0 (f32x4.max (local.get $b0) (local.get $s)))
          (local.set $b1 (f32x4.max (local.get $b1) (local.get $s)))
          (local.set $c0 (f32x4.max (local.get $c0) (local.get $s)))
          (local.set $c1 (f32x4.max (local.get $c1) (local.get $s)))
          (local.set $d0 (f32x4.max (local.get $d0) (local.get $s)))
          (local.set $d1 (f32x4.max (local.get $d1) (local.get $s)))))
      (local.set $o (local.get $out))
      (v128.store align=4 (local.get $o) (local.get $a0))
      (v128.store offset=16 align=4 (local.get $o) (local.get $a1))
      (local.set $o (i32.add (local.get $o) (local.get $outBytes)))
      (v128.store align=4 (local.get $o) (local.get $b0))
      (v128.store offset=16 align=4 (local.get $o) (local.get $b1))
      (local.set $o (i32.add (local.get $o) (local.get $outBytes)))
      (v128.store align=4 (local.get $o) (local.get $c0))
      (v128.store offset=16 align=4 (local.get $o) (local.get $c1))
      (local.set $o (i32.add (local.get $o) (local.get $outBytes)))
      (v128.store align=4 (local.get $o) (local.get $d0))
      (v128.store offset=16 align=4 (local.get $o) (local.get $d1))
      (local.set $in (i32.add (local.get $in) (i32.const 32)))
      (local.set $out (i32.add (local.get $out) (i32.const 32)))
      (br_if $block (local.tee $columns (i32.sub (local.get $columns) (i32.const 8)))))))
