<?php
/**
 * The block editor.
 *
 * @package Klarsprak
 */

namespace Klarsprak;

defined( 'ABSPATH' ) || exit;

/** Loads the panel into the block editor. */
final class Editor {
	/** Hooks into WordPress. */
	public static function hook(): void {
		add_action( 'enqueue_block_editor_assets', array( self::class, 'enqueue' ) );
	}

	/** Loads the scripts, for post types that are checked. */
	public static function enqueue(): void {
		$screen = get_current_screen();
		if ( null === $screen || 'post' !== $screen->base || ! Settings::concerns( $screen->post_type ) ) {
			return;
		}
		$needs = array( 'wp-annotations', 'wp-api-fetch', 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-data', 'wp-edit-post', 'wp-editor', 'wp-element', 'wp-i18n', 'wp-notices', 'wp-plugins', 'wp-rich-text' );
		wp_enqueue_script( 'klarsprak-places', plugins_url( 'assets/places.js', KLARSPRAK_FILE ), $needs, KLARSPRAK_VERSION, true );
		wp_enqueue_script( 'klarsprak-editor', plugins_url( 'assets/editor.js', KLARSPRAK_FILE ), array( 'klarsprak-places' ), KLARSPRAK_VERSION, true );
		wp_set_script_translations( 'klarsprak-editor', 'klarsprak', plugin_dir_path( KLARSPRAK_FILE ) . 'languages' );
		wp_enqueue_style( 'klarsprak-editor', plugins_url( 'assets/editor.css', KLARSPRAK_FILE ), array( 'wp-components' ), KLARSPRAK_VERSION );
	}
}
